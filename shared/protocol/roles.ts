/** What somebody is on a map, weakest first; each may do everything that those before it may. */
export const ROLES = ['viewer', 'commenter', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** The roles a link can give: nobody becomes an owner by a link. */
export const LINK_ROLES = ['viewer', 'commenter', 'editor'] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

/** Whether a role reaches to what asks for another. `null` is no role: to them the map does not exist. */
export const reaches = (role: Role | null, needed: Role): boolean =>
  role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** The higher of two roles: who has a map in several ways has the best of them. */
export const higher = (one: Role | null, other: Role | null): Role | null =>
  one === null ? other : reaches(other, one) ? other : one;
