import type * as Y from 'yjs';
import type { Outcome } from '../../commands/command.ts';
import { liveTalk } from '../liveTalk.ts';
import type { TalkSnapshot } from '../snapshot.ts';

/**
 * One thing a user can do in a discussion, in the way of the commands of a map: refused before anything is written,
 * with everything random in the input. The server refuses by rules of its own; these are for who means well.
 */
export interface TalkCommand<Input> {
  /** Stable, for logs: `comment.reply`. */
  readonly name: string;
  readonly label: string;
  /** Why this cannot be done now, in a sentence for the person who tried; null when it can. */
  refuse(talk: TalkSnapshot, input: Input): string | null;
  apply(doc: Y.Doc, input: Input, talk: TalkSnapshot): void;
}

/** Runs a command as one transaction. A refused command has written nothing. */
export function runTalk<Input>(
  doc: Y.Doc,
  command: TalkCommand<Input>,
  input: NoInfer<Input>,
  origin: unknown,
): Outcome {
  const talk = liveTalk(doc).snapshot();
  const reason = command.refuse(talk, input);
  if (reason !== null) return { status: 'refused', reason };
  doc.transact(() => command.apply(doc, input, talk), origin);
  return { status: 'done' };
}
