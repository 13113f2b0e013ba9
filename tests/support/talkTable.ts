import * as Y from 'yjs';
import { Malformed } from '../../server/documents/byteReader.ts';
import { admitTalk } from '../../server/documents/talkDocument.ts';
import type { Outcome } from '../../shared/commands/command.ts';
import { idOf } from '../../shared/model/ids.ts';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import { reply } from '../../shared/talk/commands/reply.ts';
import { startThread } from '../../shared/talk/commands/startThread.ts';
import { runTalk, type TalkCommand } from '../../shared/talk/commands/talkCommand.ts';
import { liveTalk } from '../../shared/talk/liveTalk.ts';
import type { Subject } from '../../shared/talk/records.ts';
import type { TalkSnapshot } from '../../shared/talk/snapshot.ts';

export const ana: VisiblePerson = { id: 'ana', name: 'Ana', color: '#2668c9' };
export const ben: VisiblePerson = { id: 'ben', name: 'Ben', color: '#b4531f' };
export const CARD: Subject = { kind: 'touchpoint', id: 't1' };

/** Somebody at a discussion: a document of their own, and the server's word on what they send. */
export interface Talker {
  readonly person: VisiblePerson;
  readonly doc: Y.Doc;
  readonly talk: () => TalkSnapshot;
  run<Input>(command: TalkCommand<Input>, input: NoInfer<Input>): Outcome;
  /** Starts a thread `id` with the comment `<id>1`. */
  start(id: string, text?: string, on?: Subject): void;
  reply(thread: string, id: string, text?: string): void;
  /** Sends all the server lacks, takes all it has; 'refused' when it lets none of it in. */
  meet(): 'admitted' | 'refused';
}

/** The server's copy of a discussion and those who take part, without sockets between them. */
export function talkTable() {
  const server = new Y.Doc();
  let now = 1_000;
  /** Lets an update in as the server does. */
  const admit = (update: Uint8Array, person: VisiblePerson): 'admitted' | 'refused' | 'missing' => {
    try {
      now += 1_000;
      return admitTalk(server, update, person, now) ? 'admitted' : 'missing';
    } catch (error) {
      if (error instanceof Malformed) return 'refused';
      throw error;
    }
  };
  const join = (person: VisiblePerson, doc = new Y.Doc()): Talker => {
    const run: Talker['run'] = (command, input) => runTalk(doc, command, input, 'page');
    return {
      person,
      doc,
      talk: () => liveTalk(doc).snapshot(),
      run,
      start(id, text = 'Why?', on = CARD) {
        run(startThread, { thread: idOf(id), comment: idOf(`${id}1`), on, text, mentions: [] });
      },
      reply(thread, id, text = 'Because.') {
        run(reply, { thread: idOf(thread), comment: idOf(id), text, mentions: [] });
      },
      meet() {
        const answer = admit(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)), person);
        if (answer === 'missing') throw new Error('an update from a state vector lacks nothing');
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'remote');
        return answer;
      },
    };
  };
  return { server, admit, join, talk: () => liveTalk(server).snapshot(), clock: () => now };
}
