import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { editComment } from '../../shared/talk/commands/editComment.ts';
import { removeComment, restoreComment } from '../../shared/talk/commands/removeComment.ts';
import { reopenThread, resolveThread } from '../../shared/talk/commands/settleThread.ts';
import { readTalk } from '../../shared/talk/liveTalk.ts';
import { COMMENT_LIMIT } from '../../shared/talk/records.ts';
import { talkRoot } from '../../shared/talk/talkDoc.ts';
import { ana, ben, type Talker, talkTable } from '../support/talkTable.ts';

const fieldsOf = (doc: Y.Doc, root: 'threads' | 'comments', id: string) =>
  talkRoot(doc, root).get(id) as Y.Map<unknown>;

/** Ana has started a thread, Ben has answered, and both know everything. */
function aDiscussion() {
  const table = talkTable();
  const [a, b] = [table.join(ana), table.join(ben)];
  a.start('t');
  a.meet();
  b.meet();
  b.reply('t', 't2');
  b.meet();
  a.meet();
  return { table, a, b };
}

describe('what is let in', () => {
  it('a thread and its answers, stamped with who sent them and when', () => {
    const { table } = aDiscussion();
    const [thread] = table.talk().threads;
    expect(thread?.comments.map(({ text, stamp }) => [text, stamp?.person, stamp?.name, stamp?.color])).toEqual([
      ['Why?', 'ana', 'Ana', ana.color],
      ['Because.', 'ben', 'Ben', ben.color],
    ]);
    const times = thread?.comments.map(({ stamp }) => stamp?.at ?? 0) ?? [];
    expect(times[0]).toBeLessThan(times[1] as number);
  });

  it('every stamp in the name of one client, so that pages do not carry one more for each comment', () => {
    const { table, a, b } = aDiscussion();
    for (let i = 0; i < 5; i++) {
      a.reply('t', `a${i}`);
      a.meet();
      b.reply('t', `b${i}`);
      b.meet();
    }
    expect([...table.server.store.clients.keys()].sort()).toEqual(
      [a.doc.clientID, b.doc.clientID, table.server.clientID].sort(),
    );
  });

  it('who sends hears the stamp of what they sent', () => {
    const { a, b } = aDiscussion();
    expect(b.talk().comments.get('t2')?.stamp?.person).toBe('ben');
    expect(a.talk()).toEqual(b.talk());
  });

  it('the change, the deletion and the return of what one wrote oneself', () => {
    const { table, a } = aDiscussion();
    a.run(editComment, { comment: idOf('t1'), me: 'ana', text: 'Why so?', mentions: ['ben'] });
    expect(a.meet()).toBe('admitted');
    expect(table.talk().comments.get('t1')).toMatchObject({ text: 'Why so?', mentions: ['ben'] });
    expect(table.talk().comments.get('t1')?.stamp).toMatchObject({ person: 'ana', edited: table.clock() });
    a.run(removeComment, { comment: idOf('t1'), me: 'ana' });
    expect(a.meet()).toBe('admitted');
    expect(table.talk().comments.get('t1')).toMatchObject({ removed: true, text: '' });
    a.run(restoreComment, { comment: idOf('t1'), me: 'ana' });
    expect(a.meet()).toBe('admitted');
    expect(table.talk().comments.get('t1')).toMatchObject({ removed: false, text: 'Why so?' });
  });

  it('resolving and reopening, whoever began the thread, with who did it', () => {
    const { table, b } = aDiscussion();
    b.run(resolveThread, { thread: idOf('t') });
    expect(b.meet()).toBe('admitted');
    expect(table.talk().threads[0]).toMatchObject({ resolved: true, settled: { person: 'ben' } });
    b.run(reopenThread, { thread: idOf('t') });
    expect(b.meet()).toBe('admitted');
    expect(table.talk().threads[0]?.resolved).toBe(false);
  });

  it('what was written, changed, deleted and resolved without a connection, all at once', () => {
    const { table, a } = aDiscussion();
    a.start('u', 'one');
    a.run(editComment, { comment: idOf('u1'), me: 'ana', text: 'two', mentions: [] });
    a.run(editComment, { comment: idOf('u1'), me: 'ana', text: 'three', mentions: [] });
    a.reply('u', 'u2');
    a.run(removeComment, { comment: idOf('u2'), me: 'ana' });
    a.run(resolveThread, { thread: idOf('u') });
    a.run(resolveThread, { thread: idOf('t') });
    expect(a.meet()).toBe('admitted');
    expect(
      table
        .talk()
        .byId.get('u')
        ?.comments.map(({ text, removed }) => [text, removed]),
    ).toEqual([
      ['three', false],
      ['', true],
    ]);
    expect(table.talk().comments.get('u1')?.stamp).toMatchObject({ person: 'ana', edited: null });
    expect(table.talk().byId.get('t')).toMatchObject({ resolved: true, settled: { person: 'ana' } });
  });

  it('the same update twice, and one that overlaps with what is known', () => {
    const { table, a } = aDiscussion();
    a.start('u', 'one');
    a.run(editComment, { comment: idOf('u1'), me: 'ana', text: 'two', mentions: [] });
    const first = Y.encodeStateAsUpdate(a.doc);
    expect(table.admit(first, ana)).toBe('admitted');
    expect(table.admit(first, ana)).toBe('admitted');
    for (const text of ['three', 'four']) a.run(editComment, { comment: idOf('u1'), me: 'ana', text, mentions: [] });
    expect(table.admit(Y.encodeStateAsUpdate(a.doc), ana)).toBe('admitted');
    expect(table.talk().comments.get('u1')?.text).toBe('four');
  });

  it('parts beside ours, without touching ours', () => {
    const { table, b } = aDiscussion();
    b.doc.getMap('votes').set('s1', new Y.Map([['ben', 3]]));
    expect(b.meet()).toBe('admitted');
    expect(table.server.getMap('votes').toJSON()).toEqual({ s1: { ben: 3 } });
  });

  it('an update whose predecessor is missing waits for it', () => {
    const { table, a } = aDiscussion();
    a.start('u');
    const vector = Y.encodeStateVector(a.doc);
    a.reply('u', 'u2');
    expect(table.admit(Y.encodeStateAsUpdate(a.doc, vector), ana)).toBe('missing');
    expect(table.talk().comments.has('u2')).toBe(false);
  });
});

/** What Ben, who may comment, does with a client of his own making after the discussion of `aDiscussion`. */
const attacks: readonly [string, (doc: Y.Doc) => void][] = [
  ['a stamp for a comment of his', (doc) => void talkRoot(doc, 'stamps').set('x', { ...ana, person: 'ana', at: 1 })],
  ['another stamp for a comment of hers', (doc) => void talkRoot(doc, 'stamps').set('t1', { person: 'ben', at: 1 })],
  ['a stamp taken away', (doc) => talkRoot(doc, 'stamps').delete('t1')],
  ['all stamps taken away', (doc) => talkRoot(doc, 'stamps').clear()],
  ['who resolved a thread', (doc) => void talkRoot(doc, 'settled').set('t', { person: 'ana', at: 1 })],
  ['her text', (doc) => void fieldsOf(doc, 'comments', 't1').set('text', 'Never mind.')],
  ['her text taken out', (doc) => fieldsOf(doc, 'comments', 't1').delete('text')],
  ['her mentions', (doc) => void fieldsOf(doc, 'comments', 't1').set('mentions', ['ben'])],
  ['her comment marked as deleted', (doc) => void fieldsOf(doc, 'comments', 't1').set('removed', true)],
  ['her comment moved to another thread', (doc) => void fieldsOf(doc, 'comments', 't1').set('thread', 'u')],
  ['his own comment moved to another thread', (doc) => void fieldsOf(doc, 'comments', 't2').set('thread', 'u')],
  ['her comment taken out', (doc) => talkRoot(doc, 'comments').delete('t1')],
  ['his own comment taken out', (doc) => talkRoot(doc, 'comments').delete('t2')],
  ['all comments taken out', (doc) => talkRoot(doc, 'comments').clear()],
  ['her comment replaced', (doc) => void talkRoot(doc, 'comments').set('t1', new Y.Map([['thread', 't']]))],
  ['his own comment replaced', (doc) => void talkRoot(doc, 'comments').set('t2', new Y.Map([['thread', 't']]))],
  ['the thread taken out', (doc) => talkRoot(doc, 'threads').delete('t')],
  ['the thread replaced', (doc) => void talkRoot(doc, 'threads').set('t', new Y.Map([['on', { kind: 'map' }]]))],
  ['the thread moved to another item', (doc) => void fieldsOf(doc, 'threads', 't').set('on', { kind: 'map' })],
  ['what the thread is about taken out', (doc) => fieldsOf(doc, 'threads', 't').delete('on')],
  ['a field that does not exist', (doc) => void fieldsOf(doc, 'comments', 't2').set('likes', 1_000)],
  ['a field named like the prototype', (doc) => void fieldsOf(doc, 'comments', 't2').set('constructor', 1)],
  ['a text that is none', (doc) => void fieldsOf(doc, 'comments', 't2').set('text', { toString: 'boo' })],
  ['a shared text', (doc) => void fieldsOf(doc, 'comments', 't2').set('text', new Y.Text('boo'))],
  ['a text too long', (doc) => void fieldsOf(doc, 'comments', 't2').set('text', 'x'.repeat(COMMENT_LIMIT + 1))],
  ['a comment that is a word', (doc) => void talkRoot(doc, 'comments').set('x', 'boo')],
  ['a comment that is a text', (doc) => void talkRoot(doc, 'comments').set('x', new Y.Text('boo'))],
  ['a list in a comment', (doc) => void fieldsOf(doc, 'comments', 't2').set('text', new Y.Array())],
  ['a thread about nothing', (doc) => void talkRoot(doc, 'threads').set('x', new Y.Map([['on', { kind: 'moon' }]]))],
  ['a thread resolved by a word', (doc) => void fieldsOf(doc, 'threads', 't').set('resolved', 'yes')],
  ['an id that is none', (doc) => void talkRoot(doc, 'comments').set('a b', new Y.Map([['thread', 't']]))],
  ['a part with a name that no part has', (doc) => void doc.getMap('x'.repeat(60)).set('a', 1)],
  [
    'a hundred parts',
    (doc) => {
      for (let i = 0; i < 100; i++) doc.getMap(`part${i}`).set('a', 1);
    },
  ],
  [
    'a comment that is fine, and beside it her text',
    (doc) => {
      talkRoot(doc, 'comments').set(
        'x',
        new Y.Map([
          ['thread', 't'],
          ['text', 'hello'],
        ] as [string, unknown][]),
      );
      fieldsOf(doc, 'comments', 't1').set('text', 'Never mind.');
    },
  ],
];

describe('what is refused, whole and without a trace', () => {
  it.each(attacks)('%s', (_name, attack) => {
    const { table, b } = aDiscussion();
    const before = Y.encodeStateAsUpdate(table.server);
    b.doc.transact(() => attack(b.doc));
    expect(b.meet()).toBe('refused');
    expect(Y.encodeStateAsUpdate(table.server)).toEqual(before);
  });

  it('a comment of hers that she has not sent, in his name', () => {
    const { table, a, b } = aDiscussion();
    a.start('u', 'draft');
    // Nothing tells whose it is before the server says so: it is his who brings it, and hers is refused.
    expect(table.admit(Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(table.server)), ben)).toBe('admitted');
    expect(table.talk().comments.get('u1')?.stamp?.person).toBe('ben');
    b.meet();
    a.run(editComment, { comment: idOf('u1'), me: 'ana', text: 'mine', mentions: [] });
    expect(a.meet()).toBe('refused');
  });

  it('an item that claims one place and lies beside another', () => {
    // Yjs believes the neighbour, not the claim: the text of hers is the neighbour of this value of his.
    const { table, b } = aDiscussion();
    const text = fieldsOf(b.doc, 'comments', 't1')._map.get('text') as Y.Item;
    const own = fieldsOf(b.doc, 'comments', 't2')._map.get('text') as Y.Item;
    expect(table.admit(besideItem(own.lastId, 'Well, because.', { client: 98 }), ben)).toBe('admitted');
    expect(table.talk().comments.get('t2')?.text).toBe('Well, because.');
    const before = Y.encodeStateAsUpdate(table.server);
    const forged = besideItem(text.lastId, 'Never mind.');
    expect(table.admit(forged, ben)).toBe('refused');
    expect(Y.encodeStateAsUpdate(table.server)).toEqual(before);
  });

  it('the rest of an item whose beginning is somewhere else', () => {
    const { table, b } = aDiscussion();
    const client = 77;
    const votes = new Y.Doc();
    votes.clientID = client;
    votes.getMap('votes').set('x', 1);
    expect(table.admit(Y.encodeStateAsUpdate(votes), ben)).toBe('admitted');
    // Two values of the same client, of which the first is known, said to be in the text of his own comment.
    const own = fieldsOf(b.doc, 'comments', 't2')._map.get('text') as Y.Item;
    const forged = besideItem(own.lastId, 'a', { client, clock: 0, values: ['a', 'b'] });
    expect(table.admit(forged, ben)).toBe('refused');
  });
});

/** An update with one item that has another one as its left neighbour, whatever that one is. */
function besideItem(
  beside: Y.ID,
  value: string,
  { client = 99, clock = 0, values = [value] }: { client?: number; clock?: number; values?: string[] } = {},
): Uint8Array {
  const item = new Y.Item(Y.createID(client, clock), null, beside, null, null, null, null, new Y.ContentAny(values));
  const encoder = new Y.UpdateEncoderV1();
  // One client with one item, and no deletions.
  encoding.writeVarUint(encoder.restEncoder, 1);
  encoding.writeVarUint(encoder.restEncoder, 1);
  encoder.writeClient(client);
  encoding.writeVarUint(encoder.restEncoder, clock);
  item.write(encoder, 0);
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

/** Anything a hostile client might do to what is there, and things of its own. */
const vandalism = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('field' as const),
      root: fc.constantFrom('threads' as const, 'comments' as const),
      id: fc.constantFrom('t', 't1', 't2', 'new'),
      field: fc.constantFrom('on', 'resolved', 'thread', 'text', 'mentions', 'order', 'removed', 'junk'),
      value: fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.constant('t'), fc.constant(['ana'])),
      out: fc.boolean(),
    }),
    fc.record({
      act: fc.constant('entry' as const),
      root: fc.constantFrom('threads', 'comments', 'stamps', 'settled', 'votes'),
      id: fc.constantFrom('t', 't1', 't2', 'new'),
      value: fc.oneof(fc.constant('map'), fc.string(), fc.constant(null)),
      out: fc.boolean(),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

function vandalize(
  doc: Y.Doc,
  acts: Parameters<typeof vandalism.map>[0] extends (value: infer T) => unknown ? T : never,
) {
  for (const act of acts) {
    const root = doc.getMap<unknown>(act.root);
    if (act.act === 'entry') {
      if (act.out) root.delete(act.id);
      else root.set(act.id, act.value === 'map' ? new Y.Map([['thread', 't']]) : act.value);
      continue;
    }
    const entry = root.get(act.id);
    if (!(entry instanceof Y.Map)) continue;
    if (act.out) entry.delete(act.field);
    else entry.set(act.field, act.value);
  }
}

const snapshotOf = (talker: Talker | { doc: Y.Doc }) => readTalk(talker.doc);

describe('whatever somebody sends', () => {
  it('nothing others wrote is changed, nobody is believed to have written what they did not', () => {
    fc.assert(
      fc.property(vandalism, fc.boolean(), (acts, inOne) => {
        const { table, a, b } = aDiscussion();
        const before = table.talk();
        if (inOne) b.doc.transact(() => vandalize(b.doc, acts));
        else vandalize(b.doc, acts);
        const answer = b.meet();
        const after = snapshotOf({ doc: table.server });
        expect(after.comments.get('t1')).toEqual(before.comments.get('t1'));
        expect(after.byId.get('t')?.on).toEqual(before.byId.get('t')?.on);
        const people = [...after.comments.values()].map(({ id, stamp }) => [id, stamp?.person]);
        for (const [id, person] of people) expect(person).toBe(id === 't1' ? 'ana' : 'ben');
        if (answer === 'refused') expect(after).toEqual(before);
        // And the discussion goes on for everybody else.
        a.reply('t', 't9');
        expect(a.meet()).toBe('admitted');
        expect(table.talk().comments.get('t9')?.stamp?.person).toBe('ana');
      }),
      { numRuns: 400 },
    );
  });

  it('bytes that were damaged on the way never throw anything but a refusal, and never change what others wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        (hits) => {
          const { table, b } = aDiscussion();
          b.reply('t', 't3', 'ok');
          b.run(resolveThread, { thread: idOf('t') });
          const update = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(table.server)).slice();
          for (const [at, byte] of hits) update[at % update.length] = byte;
          const before = table.talk().comments.get('t1');
          table.admit(update, ben);
          expect(readTalk(table.server).comments.get('t1')).toEqual(before);
          expect(table.talk().comments.get('t1')).toEqual(before);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
