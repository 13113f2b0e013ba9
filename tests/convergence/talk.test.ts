import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { editComment } from '../../shared/talk/commands/editComment.ts';
import { removeComment, restoreComment } from '../../shared/talk/commands/removeComment.ts';
import { reopenThread, resolveThread } from '../../shared/talk/commands/settleThread.ts';
import { readTalk } from '../../shared/talk/liveTalk.ts';
import type { Subject } from '../../shared/talk/records.ts';
import { type Random, randomFrom, seeds } from '../support/random.ts';
import { type Talker, talkTable } from '../support/talkTable.ts';

const SUBJECTS: readonly Subject[] = [
  { kind: 'map' },
  { kind: 'touchpoint', id: 't1' },
  { kind: 'cell', step: idOf('s1'), lane: idOf('l1') },
];

/** One thing somebody does, or tries to do: of some of it the page says that it is not possible. */
function act(talker: Talker, random: Random, newId: () => string): void {
  const { threads, comments } = talker.talk();
  const thread = random.maybe(threads)?.id;
  const comment = random.maybe([...comments.keys()]);
  const me = talker.person.id;
  const own = { comment: idOf<'comment'>(comment ?? 'none'), me };
  switch (random.below(7)) {
    case 0:
      talker.start(newId(), 'Why?', random.pick(SUBJECTS));
      break;
    case 1:
    case 2:
      if (thread) talker.reply(thread, newId(), `Because ${random.below(100)}.`);
      break;
    case 3:
      talker.run(editComment, { ...own, text: `Rather ${random.below(100)}.`, mentions: [] });
      break;
    case 4:
      talker.run(random.chance(0.6) ? removeComment : restoreComment, own);
      break;
    default:
      if (thread) talker.run(random.chance(0.5) ? resolveThread : reopenThread, { thread: idOf(thread) });
  }
}

describe('several people who comment', () => {
  it.each(seeds(60))(
    'read the same discussion after meeting again, and each wrote what is theirs (seed %i)',
    (seed) => {
      const random = randomFrom(seed);
      const table = talkTable();
      const talkers = Array.from({ length: 4 }, (_, i) =>
        table.join({ id: `p${i}`, name: `Person ${i}`, color: '#2668c9' }),
      );
      const writer = new Map<string, string>();
      let made = 0;
      for (let step = 0; step < 150; step++) {
        const talker = random.pick(talkers);
        act(talker, random, () => `x${made++}-`);
        for (const id of talker.talk().comments.keys()) if (!writer.has(id)) writer.set(id, talker.person.id);
        // Some are away for a while; whoever comes back is let in with all they did.
        if (random.chance(0.3)) expect(talker.meet()).toBe('admitted');
      }
      for (let round = 0; round < 2; round++) for (const talker of talkers) expect(talker.meet()).toBe('admitted');
      const served = readTalk(table.server);
      for (const talker of talkers) {
        expect(talker.talk()).toEqual(served);
        expect(readTalk(talker.doc)).toEqual(served);
      }
      for (const { id, stamp } of served.comments.values()) expect(stamp?.person).toBe(writer.get(id));
      expect(served.skipped).toBe(0);
      // And it opens from the disk as it was.
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(table.server));
      expect(readTalk(again)).toEqual(served);
    },
  );
});
