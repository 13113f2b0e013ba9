import type { VisiblePerson } from '../../shared/protocol/access.ts';
import { PERSON_COLORS } from '../../shared/protocol/personColors.ts';

/** One's own colour, unless somebody here has it and another is free: in a workshop colours tell people apart. */
export function freeColor(me: VisiblePerson, others: readonly { readonly user: VisiblePerson }[]): string {
  const taken = new Set(others.flatMap(({ user }) => (user.id === me.id ? [] : [user.color])));
  if (!taken.has(me.color)) return me.color;
  // Everybody begins to look elsewhere: two who come at once with one colour should not both take the same other one.
  const start = [...me.id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % PERSON_COLORS.length;
  const inTurn = [...PERSON_COLORS.slice(start), ...PERSON_COLORS.slice(0, start)];
  return inTurn.find((color) => !taken.has(color)) ?? me.color;
}
