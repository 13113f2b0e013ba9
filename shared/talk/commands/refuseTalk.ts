import { isId } from '../../model/ids.ts';
import { COMMENT_LIMIT, commentFields, MENTION_LIMIT } from '../records.ts';
import type { TalkSnapshot } from '../snapshot.ts';

/** What somebody wrote: the text, and the people it mentions. */
export interface Words {
  readonly text: string;
  readonly mentions: readonly string[];
}

/** Refuses a text that is empty or too long. */
export function refuseWords({ text, mentions }: Words): string | null {
  if (!text.trim()) return 'Write something first.';
  if (text.length > COMMENT_LIMIT) return `A comment has at most ${COMMENT_LIMIT.toLocaleString('en')} characters.`;
  if (mentions.length > MENTION_LIMIT) return `A comment mentions at most ${MENTION_LIMIT} people.`;
  return commentFields.mentions.safeParse(mentions).success ? null : 'One of the people mentioned is not known.';
}

/** Refuses an id that stands for something already: the same command came twice. */
export const refuseTaken = (ids: Pick<ReadonlyMap<string, unknown>, 'has'>, id: string): string | null =>
  isId(id) && !ids.has(id) ? null : 'This was written already.';

/** Refuses what is about a thread that is not there. */
export const refuseMissingThread = (talk: TalkSnapshot, thread: string): string | null =>
  talk.byId.has(thread) ? null : 'This thread is not there any more.';

/** Refuses a comment that is not there or that somebody else wrote; one that is on its way is one's own. */
export function refuseOthers(talk: TalkSnapshot, comment: string, me: string): string | null {
  const found = talk.comments.get(comment);
  if (!found) return 'This comment is not there any more.';
  return found.stamp && found.stamp.person !== me ? 'Only who wrote a comment can change it.' : null;
}
