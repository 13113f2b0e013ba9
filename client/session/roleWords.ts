import { type Role, reaches } from '../../shared/protocol/roles.ts';

/** Why somebody with this role cannot change the map; null when they can. */
export function refuseEditing(role: Role | null): string | null {
  if (reaches(role, 'editor')) return null;
  if (role === null) return 'The server has not said yet whether you can edit this map.';
  return role === 'commenter'
    ? 'You can comment on this map. Ask its owner if you need to edit it.'
    : 'You can look at this map. Ask its owner if you need to edit it.';
}

/** What a change of one's role means, to whoever has just lost or got it. */
export function roleNews(role: Role, before: Role | null): string {
  switch (role) {
    case 'viewer':
      return reaches(before, 'editor')
        ? 'From now on you can look at this map, and no longer edit it.'
        : 'From now on you can look at this map, and no longer comment on it.';
    case 'commenter':
      return reaches(before, 'editor')
        ? 'From now on you can comment on this map, and no longer edit it.'
        : 'You can comment on this map now.';
    case 'editor':
      return before === 'owner' ? 'You can edit this map; it belongs to others now.' : 'You can edit this map now.';
    case 'owner':
      return 'This map is yours now, too: you can share it and delete it.';
    default:
      return role satisfies never;
  }
}
