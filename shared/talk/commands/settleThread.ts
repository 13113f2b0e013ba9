import type { ThreadId } from '../records.ts';
import { storedEntry } from '../talkDoc.ts';
import { refuseMissingThread } from './refuseTalk.ts';
import type { TalkCommand } from './talkCommand.ts';

interface OneThread {
  readonly thread: ThreadId;
}

/** What a thread asked for is done. Everybody who may comment can say so, not only who began it. */
export const resolveThread: TalkCommand<OneThread> = {
  name: 'thread.resolve',
  label: 'Resolve',
  refuse: (talk, { thread }) =>
    talk.byId.get(thread)?.resolved ? 'This was resolved already.' : refuseMissingThread(talk, thread),
  apply: (doc, { thread }) => void storedEntry(doc, 'threads', thread)?.set('resolved', true),
};

/** It is not done after all. */
export const reopenThread: TalkCommand<OneThread> = {
  name: 'thread.reopen',
  label: 'Reopen',
  refuse: (talk, { thread }) =>
    talk.byId.get(thread)?.resolved === false ? 'This is open already.' : refuseMissingThread(talk, thread),
  apply: (doc, { thread }) => void storedEntry(doc, 'threads', thread)?.set('resolved', false),
};
