import { counted } from '../../shared/model/inWords.ts';
import { type MapCounts, type MapEntry, TRASH_DAYS } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/protocol/roles.ts';

/** How much is on a map, in words that stay together on a narrow screen. */
export function countsOf({ steps, touchpoints, handoffs, lanes }: MapCounts): readonly string[] {
  if (steps + touchpoints + lanes === 0) return ['Empty'];
  return [
    counted(steps, 'step'),
    counted(lanes, 'lane'),
    counted(touchpoints, 'touchpoint'),
    counted(handoffs, 'hand-off'),
  ];
}

/** What a map is called where it is listed. */
export const titleOf = ({ title }: Pick<MapEntry, 'title'>): string => title.trim() || 'Untitled map';

export const stateName = (state: MapEntry['state']): string => (state === 'current' ? 'Current state' : 'Future state');

export const gapWords = (gaps: number): string => counted(gaps, 'gap');

const ROLE_WORDS: Readonly<Record<Exclude<Role, 'owner'>, string>> = {
  editor: 'You can edit',
  commenter: 'You can comment',
  viewer: 'You can look',
};

/** "You can edit · Owned by Mika Kay": what somebody may do on a map of others, and whose it is. */
export function roleWords({ role, owner }: Pick<MapEntry, 'role' | 'owner'>): string {
  if (role === 'owner') return '';
  return owner ? `${ROLE_WORDS[role]} · Owned by ${owner.name}` : ROLE_WORDS[role];
}

/** How long a map in the trash can still be restored. */
export function daysLeft(deletedAt: string, now: number): string {
  const days = Math.ceil((Date.parse(deletedAt) + TRASH_DAYS * DAY_MS - now) / DAY_MS);
  return days <= 1 ? 'Less than a day left' : `${days} days left`;
}

const DAY_MS = 24 * 60 * 60_000;
