import type { Comment, Thread } from './records.ts';

/** How far somebody has read, by the server's clock: everything up to `before`, and of some threads more. */
export interface ReadMarks {
  readonly before: number;
  readonly threads: ReadonlyMap<string, number>;
}

export const NOTHING_READ: ReadMarks = { before: 0, threads: new Map() };

/** Whether somebody has not read a comment yet. One's own are read, and so is what is on its way. */
export function isUnread({ thread, removed, stamp }: Comment, marks: ReadMarks, me: string): boolean {
  if (removed || !stamp || stamp.person === me) return false;
  return stamp.at > Math.max(marks.before, marks.threads.get(thread) ?? 0);
}

/** How many comments of a thread somebody has not read. */
export const unreadIn = ({ comments }: Thread, marks: ReadMarks, me: string): number =>
  comments.reduce((count, comment) => count + (isUnread(comment, marks, me) ? 1 : 0), 0);

/** Whether somebody is mentioned in what they have not read. */
export const callsFor = ({ comments }: Thread, marks: ReadMarks, me: string): boolean =>
  comments.some((comment) => comment.mentions.includes(me) && isUnread(comment, marks, me));

/** The time of the newest comment; 0 when none has reached the server. */
export const newestIn = ({ comments }: Thread): number =>
  comments.reduce((newest, { stamp }) => Math.max(newest, stamp?.at ?? 0), 0);
