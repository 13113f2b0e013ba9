import type { Comment, Thread } from './records.ts';

/**
 * A discussion as plain values at one moment. The next snapshot shares every thread and comment that did not change
 * with the one before, so that `===` means "nothing to do".
 */
export interface TalkSnapshot {
  /** Those that somebody wrote in, the oldest first, what is on its way last. */
  readonly threads: readonly Thread[];
  readonly byId: ReadonlyMap<string, Thread>;
  readonly comments: ReadonlyMap<string, Comment>;
  /** Stored things that could not be read. */
  readonly skipped: number;
}

export const EMPTY_TALK: TalkSnapshot = { threads: [], byId: new Map(), comments: new Map(), skipped: 0 };

/** By the server's clock; what has not reached it yet comes last, in the order in which it was written. */
export function byTime(a: Comment, b: Comment): number {
  const [timeA, timeB] = [a.stamp?.at ?? Number.POSITIVE_INFINITY, b.stamp?.at ?? Number.POSITIVE_INFINITY];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  if (a.order !== b.order) return a.order - b.order;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The comments of a thread that were not deleted. */
export const liveComments = ({ comments }: Thread): readonly Comment[] =>
  comments.some(({ removed }) => removed) ? comments.filter(({ removed }) => !removed) : comments;

/** Whether a thread still says anything: when all its comments were deleted, it is gone from lists and map. */
export const saysSomething = ({ comments }: Thread): boolean => comments.some(({ removed }) => !removed);
