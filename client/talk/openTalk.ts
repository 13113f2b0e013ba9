import type { Outcome } from '../../shared/commands/command.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import type { TalkCommand } from '../../shared/talk/commands/talkCommand.ts';
import { newestIn, unreadIn } from '../../shared/talk/unread.ts';
import { askPeople } from '../http/talk.ts';
import type { MapSession } from '../session/session.ts';
import { toast } from '../ui/toasts.ts';
import { pinsOf } from './pins.ts';
import { openReading, type Reading } from './reading.ts';
import { openTalkSession } from './talkSession.ts';
import { leaveTalk, useTalk } from './talkStore.ts';

let reading: Reading | null = null;
let talksOf: MapSession | null = null;

/** Opens the discussion of a map for as long as the page shows it. Returns how to close it. */
export function openTalk(map: MapSession): () => void {
  const me = () => map.store.getState().me.id;
  const refresh = () => {
    const { talk, pins } = useTalk.getState();
    const marks = reading?.marks ?? null;
    const unread = marks ? talk.threads.reduce((sum, thread) => sum + unreadIn(thread, marks, me()), 0) : 0;
    useTalk.setState({ marks, unread, pins: pinsOf(talk, marks, me(), pins) });
  };
  talksOf = map;
  reading = openReading(map.mapId, refresh);
  const session = openTalkSession(map.mapId, me, {
    changed(talk) {
      const { status } = useTalk.getState();
      useTalk.setState({ talk, status: status === 'loading' && talk.threads.length > 0 ? 'open' : status });
      refresh();
    },
    saving: (saving) => useTalk.setState({ saving }),
    complete: () => useTalk.setState({ status: 'open' }),
    closed: () => useTalk.setState({ status: 'closed' }),
  });
  useTalk.setState({ session });
  // What is unread hangs on who reads.
  const forget = map.store.subscribe((now, before) => now.me.id !== before.me.id && refresh());
  return () => {
    forget();
    session.close();
    reading?.close();
    reading = null;
    talksOf = null;
    // Who has the next map is another question.
    asked = null;
    leaveTalk();
  };
}

/** Runs a command of the discussion; a refusal is shown. */
export function runInTalk<Input>(command: TalkCommand<Input>, input: NoInfer<Input>): Outcome {
  const { session } = useTalk.getState();
  const outcome: Outcome =
    session && reaches(talksOf?.store.getState().role ?? null, 'commenter')
      ? session.run(command, input)
      : { status: 'refused', reason: 'You can read the comments on this map, and not write any.' };
  if (outcome.status === 'refused') toast(outcome.reason, { tone: 'problem' });
  return outcome;
}

/** One has seen a thread as it is now. */
export function markRead(thread: string): void {
  const found = useTalk.getState().talk.byId.get(thread);
  if (found) reading?.readThread(thread, newestIn(found));
}

export const markAllRead = (): void =>
  reading?.readAll(Math.max(0, ...useTalk.getState().talk.threads.map((thread) => newestIn(thread))));

let asked: Promise<void> | null = null;

/** Makes sure that it is known who may be mentioned, as far as the server tells it; also those who came just now. */
export function loadPeople(): Promise<void> {
  const map = talksOf;
  if (!map) return Promise.resolve();
  asked ??= askPeople(map.mapId).then((answer) => {
    if (talksOf !== map) return;
    asked = null;
    if (answer.status === 'done') {
      useTalk.setState({ people: answer.value.map(({ id, name, color }) => ({ id, name, color })) });
    }
  });
  return asked;
}
