import * as z from 'zod/mini';
import { LINK_ROLES, ROLES } from './roles.ts';

/** Who people are and what they may do, as the HTTP interface says it. Times are ISO 8601 in UTC. */

export const role = z.enum(ROLES, 'A role is viewer, commenter, editor or owner.');
const linkRole = z.enum(LINK_ROLES, 'A link gives one of the roles viewer, commenter and editor.');

export const NAME_LIMIT = 80;
/** Nothing that cannot be seen: with marks that turn the direction of writing, a name could pass for another. */
const unseen = /[\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
export const personName = z.string().check(
  z.overwrite((name) => name.replace(/\s/g, ' ').replace(unseen, '')),
  z.trim(),
  z.minLength(1, 'A name has at least one character.'),
  z.maxLength(NAME_LIMIT, `A name has at most ${NAME_LIMIT} characters.`),
);
const personColor = z.string().check(z.regex(/^#[0-9a-f]{6}$/, 'A colour looks like #2668c9.'));

/** Somebody as the others on a map see them. */
export const visiblePerson = z.object({ id: z.string(), name: z.string(), color: z.string() });
export type VisiblePerson = z.infer<typeof visiblePerson>;

/**
 * `GET /api/me`: who sits here, and what this server lets them do. A browser that has no session gets a guest's with
 * this answer. `named` is false until a guest has chosen a name: then the one shown was made up by the server.
 */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  color: z.string(),
  kind: z.enum(['guest', 'account']),
  email: z.nullable(z.string()),
  named: z.boolean(),
  mayCreateMaps: z.boolean(),
  signUpOpen: z.boolean(),
  /** The company's own sign-in, by the name on its button; null where none is set up. */
  openId: z.nullable(z.object({ name: z.string() })),
  /** Ids under which an account was a guest before it signed in: what a browser kept for those is theirs. */
  formerly: z.optional(z.array(z.string())),
});
export type Me = z.infer<typeof me>;

/** `PATCH /api/me`. */
export const changeMeBody = z.strictObject({ name: z.optional(personName), color: z.optional(personColor) });
export type ChangeMeBody = z.infer<typeof changeMeBody>;

/** `GET /api/maps/:id/me`: what the asker is on one map. */
export const myRole = z.object({ role });

/** Somebody who has the map, and how: a member keeps it, somebody `link` brought has it as long as the link. */
const mapPerson = z.object({
  id: z.string(),
  name: z.string(),
  color: z.string(),
  kind: z.enum(['guest', 'account']),
  /** Only owners see addresses. */
  email: z.nullable(z.string()),
  role,
  /** The link that brought them; null for owners and members. */
  link: z.nullable(z.string()),
});
export type MapPerson = z.infer<typeof mapPerson>;

/** `GET /api/maps/:id/people`, for commenters and up: who may be mentioned, and who may do what. */
export const mapPeople = z.array(mapPerson);

const shareLink = z.object({
  id: z.string(),
  role: linkRole,
  url: z.string(),
  enabled: z.boolean(),
  hasPassword: z.boolean(),
  expiresAt: z.nullable(z.string()),
  createdAt: z.string(),
  /** Where other pages find the executive view of the map, to show it in a frame; null: they may not. */
  embedUrl: z.nullable(z.string()),
  /** How many people it brought who still have the map by it. */
  people: z.number(),
});
export type ShareLink = z.infer<typeof shareLink>;
/** `GET /api/maps/:id/links`, for owners. */
export const shareLinks = z.array(shareLink);

export const PASSWORD_LIMIT = 200;
const linkPassword = z
  .string()
  .check(
    z.minLength(1, 'A password has at least one character.'),
    z.maxLength(PASSWORD_LIMIT, `A password has at most ${PASSWORD_LIMIT} characters.`),
  );
const expiresAt = z.iso.datetime({ offset: true, error: 'A time looks like 2026-12-31T18:00:00Z.' });

/** `POST /api/maps/:id/links` -> 201 `{id, url}`. */
export const createLinkBody = z.strictObject({
  role: linkRole,
  password: z.optional(linkPassword),
  expiresAt: z.optional(z.nullable(expiresAt)),
  embed: z.optional(z.boolean()),
});
export type CreateLinkBody = z.infer<typeof createLinkBody>;

/**
 * `PATCH /api/maps/:id/links/:linkId`: a new role holds for everybody the link brought, within a second and without
 * reloading. Switched off, it lets nobody in and those it brought out, until it is switched on again.
 */
export const changeLinkBody = z.strictObject({
  role: z.optional(linkRole),
  enabled: z.optional(z.boolean()),
  password: z.optional(z.nullable(linkPassword)),
  expiresAt: z.optional(z.nullable(expiresAt)),
  embed: z.optional(z.boolean()),
});
export type ChangeLinkBody = z.infer<typeof changeLinkBody>;

/** `POST /api/maps/:id/members`: by the address of an account, or by the id of somebody a link brought. */
export const addMemberBody = z.union([
  z.strictObject({ email: z.string().check(z.trim(), z.maxLength(320)), role }),
  z.strictObject({ person: z.string(), role }),
]);
export type AddMemberBody = z.infer<typeof addMemberBody>;

/** `PATCH /api/maps/:id/members/:personId`. */
export const changeMemberBody = z.strictObject({ role });

/** `POST /api/join/:token`: redeems a link from the page, with its password where it has one -> `{map}`. */
export const joinBody = z.strictObject({ password: z.optional(z.string().check(z.maxLength(PASSWORD_LIMIT))) });
export const joined = z.object({ map: z.string() });
