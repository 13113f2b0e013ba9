import { subjectKey } from '../../shared/talk/records.ts';
import { saysSomething, type TalkSnapshot } from '../../shared/talk/snapshot.ts';
import { callsFor, newestIn, type ReadMarks, unreadIn } from '../../shared/talk/unread.ts';

/** What stands at one place of the map: the open threads about it. */
export interface Pin {
  /** How many comments there are to read, in how many threads. */
  readonly comments: number;
  readonly threads: number;
  readonly unread: number;
  /** Somebody mentions whoever looks, in what they have not read. */
  readonly calls: boolean;
  /** The one a click opens: with something unread before others, then the newest. */
  readonly thread: string;
}

/** By the key of the subject: `touchpoint/x1`, `cell/s1/l1`. */
export type Pins = ReadonlyMap<string, Pin>;

export const NO_PINS: Pins = new Map();

/**
 * The pins of a discussion. What is resolved has none; what is about the whole map stands in the panel alone.
 *
 * @param before what is equal is taken over, so that only pins that changed render again
 */
export function pinsOf(talk: TalkSnapshot, marks: ReadMarks | null, me: string, before: Pins = NO_PINS): Pins {
  const found = new Map<string, Pin & { readonly newest: number }>();
  for (const thread of talk.threads) {
    if (thread.resolved || thread.on.kind === 'map' || !saysSomething(thread)) continue;
    const key = subjectKey(thread.on);
    const unread = marks ? unreadIn(thread, marks, me) : 0;
    const newest = newestIn(thread);
    const there = found.get(key);
    const leads =
      !there || (unread > 0 && there.unread === 0) || (unread > 0 === there.unread > 0 && newest > there.newest);
    found.set(key, {
      comments: (there?.comments ?? 0) + thread.comments.filter(({ removed }) => !removed).length,
      threads: (there?.threads ?? 0) + 1,
      unread: (there?.unread ?? 0) + unread,
      calls: there?.calls === true || (marks !== null && callsFor(thread, marks, me)),
      thread: leads ? thread.id : there.thread,
      newest: Math.max(newest, there?.newest ?? 0),
    });
  }
  let changed = found.size !== before.size;
  const pins = new Map<string, Pin>();
  for (const [key, { newest: _newest, ...pin }] of found) {
    const old = before.get(key);
    if (old && same(old, pin)) pins.set(key, old);
    else {
      pins.set(key, pin);
      changed = true;
    }
  }
  return changed ? pins : before;
}

const same = (a: Pin, b: Pin): boolean =>
  a.comments === b.comments &&
  a.threads === b.threads &&
  a.unread === b.unread &&
  a.calls === b.calls &&
  a.thread === b.thread;

/** "3 comments, 1 unread": what a pin says to whoever cannot see it. */
export function pinLabel({ comments, unread, calls }: Pin): string {
  const words = [`${comments} ${comments === 1 ? 'comment' : 'comments'}`];
  if (unread > 0) words.push(`${unread} unread`);
  if (calls) words.push('you are mentioned');
  return words.join(', ');
}
