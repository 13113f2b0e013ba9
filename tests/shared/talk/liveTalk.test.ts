import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../../shared/model/ids.ts';
import { resolveThread } from '../../../shared/talk/commands/settleThread.ts';
import { liveTalk, readTalk } from '../../../shared/talk/liveTalk.ts';
import { subjectKey } from '../../../shared/talk/records.ts';
import { ana, talkTable } from '../../support/talkTable.ts';

describe('the next snapshot of a discussion', () => {
  it('is the same object when nothing changed, and shares every thread that did not', () => {
    const a = talkTable().join(ana);
    for (let i = 0; i < 50; i++) a.start(`t${i}`);
    const before = a.talk();
    expect(a.talk()).toBe(before);
    a.reply('t7', 'x');
    const after = a.talk();
    expect(after.threads.filter((thread) => before.byId.get(thread.id) !== thread).map(({ id }) => id)).toEqual(['t7']);
    a.run(resolveThread, { thread: idOf('t9') });
    const last = a.talk();
    expect(last.threads.filter((thread) => after.byId.get(thread.id) !== thread).map(({ id }) => id)).toEqual(['t9']);
  });

  it('calls back once for a transaction, and not for what is no part of the discussion', () => {
    const a = talkTable().join(ana);
    const live = liveTalk(a.doc);
    let calls = 0;
    const stop = live.subscribe(() => calls++);
    a.start('t');
    a.doc.getMap('votes').set('x', 1);
    expect(calls).toBe(1);
    stop();
    a.reply('t', 'x');
    expect(calls).toBe(1);
  });

  it('shows a thread as soon as its comment and it are both there, in whichever order', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    liveTalk(two);
    one.getMap('comments').set('c', new Y.Map(Object.entries({ thread: 't', text: 'hello' })));
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    expect(liveTalk(two).snapshot().threads).toEqual([]);
    one.getMap('threads').set('t', new Y.Map(Object.entries({ on: { kind: 'map' } })));
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    expect(liveTalk(two).snapshot().threads[0]?.comments[0]?.text).toBe('hello');
  });
});

const plain = { noNullPrototype: true };
const junk = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string()),
  fc.record({ kind: fc.constantFrom('map', 'cell', 'step', 'moon'), id: fc.string(), step: fc.string() }, plain),
  fc.record(
    { person: fc.string(), name: fc.string(), color: fc.constantFrom('#112233', 'url(x)'), at: fc.double() },
    plain,
  ),
);
const writes = fc.array(
  fc.record({
    root: fc.constantFrom('threads', 'comments', 'stamps', 'settled'),
    id: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', ''),
    field: fc.constantFrom('on', 'resolved', 'thread', 'text', 'mentions', 'order', 'removed', 'whole', 'gone'),
    value: fc.oneof(junk, fc.constantFrom('a', 'b')),
  }),
  { maxLength: 40 },
);

describe('whatever lies in a document', () => {
  it('is read without throwing, the same at once as bit by bit, and every thread can be shown', () => {
    fc.assert(
      fc.property(writes, (all) => {
        const doc = new Y.Doc();
        const live = liveTalk(doc);
        for (const { root, id, field, value } of all) {
          const map = doc.getMap<unknown>(root);
          const entry = map.get(id);
          if (field === 'gone') map.delete(id);
          else if (field === 'whole') map.set(id, value);
          else if (entry instanceof Y.Map) entry.set(field, value);
          else map.set(id, new Y.Map([[field, value]]));
          if (id !== 'c') live.snapshot();
        }
        expect(live.snapshot()).toEqual(readTalk(doc));
        for (const { on, comments } of live.snapshot().threads) {
          expect(subjectKey(on)).toMatch(/^(map$|cell\/|[a-z]+\/)/);
          expect(comments.length).toBeGreaterThan(0);
          for (const { stamp } of comments) expect(stamp?.color ?? '#112233').toMatch(/^#[0-9a-f]{6}$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
