import type { LinkRole, Role } from '../../../shared/protocol/roles.ts';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'Can look',
  commenter: 'Can comment',
  editor: 'Can edit',
  owner: 'Owner',
};

export const ROLE_OPTIONS: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'viewer', label: ROLE_WORDS.viewer },
  { value: 'commenter', label: ROLE_WORDS.commenter },
  { value: 'editor', label: ROLE_WORDS.editor },
  { value: 'owner', label: ROLE_WORDS.owner },
];

/** Short enough for three side by side on a phone. */
export const LINK_OPTIONS: readonly { readonly value: LinkRole; readonly label: string }[] = [
  { value: 'viewer', label: 'Look' },
  { value: 'commenter', label: 'Comment' },
  { value: 'editor', label: 'Edit' },
];

const HOUR = 3_600_000;
export const LASTS = [
  { value: 'never', label: 'Never', ms: null },
  { value: 'hours', label: 'In 4 hours', ms: 4 * HOUR },
  { value: 'day', label: 'In a day', ms: 24 * HOUR },
  { value: 'week', label: 'In a week', ms: 7 * 24 * HOUR },
  { value: 'month', label: 'In 30 days', ms: 30 * 24 * HOUR },
] as const;
export type Lasts = (typeof LASTS)[number]['value'];

/** When something ends that lasts so long from now; null: never. */
export function endOf(lasts: Lasts, now: number): string | null {
  const ms = LASTS.find(({ value }) => value === lasts)?.ms ?? null;
  return ms === null ? null : new Date(now + ms).toISOString();
}

/** "expires 3 December, 14:00", in the time of whoever reads it. */
export function expiryWords(expiresAt: string | null, now: number): string | null {
  if (expiresAt === null) return null;
  const end = new Date(expiresAt);
  if (end.getTime() <= now) return 'has expired';
  const when = end.toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  return `expires ${when.replace(' at ', ', ')}`;
}

/** "brought 3 people". */
export const broughtWords = (people: number): string =>
  people === 0 ? 'nobody has come by it yet' : people === 1 ? 'brought 1 person' : `brought ${people} people`;
