import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { newMapDoc, storedItem } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { fieldTable } from '../../../shared/model/records.ts';
import { refuseFields, replaceText, spliceBetween, writeFields, writeNew } from '../../../shared/model/writeRecord.ts';

describe('the writer refuses', () => {
  const refuse = (collection: Parameters<typeof fieldTable>[0], values: object) =>
    refuseFields(fieldTable(collection), values);

  it.each([
    ['touchpoints', { colour: 'red' }],
    ['touchpoints', { __proto__: null, constructor: 1 }],
    ['touchpoints', { title: 7 }],
    ['touchpoints', { title: 'x'.repeat(20_001) }],
    ['touchpoints', { place: { step: 's' } }],
    ['touchpoints', { costEach: -1 }],
    ['touchpoints', { costEach: Number.NaN }],
    ['touchpoints', { systems: [''] }],
    ['steps', { belief: 1.5 }],
    ['steps', { emotions: [{ persona: 'everyone', value: 3 }] }],
    ['steps', { emotions: [{ persona: 'no id', value: 1 }] }],
    ['lanes', { order: 'b' }],
    ['initiatives', { due: '2026-02-40' }],
    ['gapStates', { answer: { status: 'assigned' } }],
  ] as const)('%s %j', (collection, values) => {
    expect(refuse(collection, values)).toEqual(expect.any(String));
  });

  it('nothing that every item starts with', () => {
    for (const collection of ['stages', 'steps', 'touchpoints', 'metrics'] as const) {
      const defaults = Object.entries(fieldTable(collection)).map(([name, field]) => [name, field.fallback]);
      expect(refuse(collection, Object.fromEntries(defaults))).toBeNull();
    }
  });
});

describe('keyed fields', () => {
  it('touch only the members that differ, so that others’ members stay', () => {
    const [ana, ben] = [newMapDoc('Set', 1), new Y.Doc()];
    writeNew(ana, 'touchpoints', 't', { systems: ['CRM', 'ERP'] });
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
    writeFields(ana, 'touchpoints', 't', { systems: ['CRM', 'ERP', 'Mail'] });
    writeFields(ben, 'touchpoints', 't', { systems: ['CRM', 'Phone'] });
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben));
    expect(readMap(ana).touchpoints.get('t')?.systems).toEqual(['CRM', 'Mail', 'Phone']);
  });

  it('read back what was written', () => {
    const doc = newMapDoc('Emotions', 1);
    const emotions = [
      { persona: 'anna', value: -2 },
      { persona: 'everyone', value: 1 },
    ];
    writeNew(doc, 'steps', 's', { emotions });
    expect(readMap(doc).steps.get('s')?.emotions).toEqual(emotions);
  });
});

it('a field that is set to what it holds is not written, and wins over nobody', () => {
  const doc = newMapDoc('Quiet', 1);
  writeNew(doc, 'touchpoints', 't', { channel: 'phone', systems: ['CRM'], title: 'x' });
  let updates = 0;
  doc.on('update', () => updates++);
  writeFields(doc, 'touchpoints', 't', { channel: 'phone', systems: ['CRM'], title: 'x', place: null });
  expect(updates).toBe(0);
});

describe('a new text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '👩', '🔧', 'é', '\u200d'), maxLength: 12 });

  it('is reached by one splice from any other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { at, remove, insert } = spliceBetween(before, after);
        expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
        const text = new Y.Doc().getText('t');
        text.insert(0, before);
        replaceText(text, after);
        expect(text.toString()).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves alone what both have in common', () => {
    expect(spliceBetween('Status line', 'Status hot line')).toEqual({ at: 7, remove: 0, insert: 'hot ' });
    expect(spliceBetween('same', 'same')).toMatchObject({ remove: 0, insert: '' });
  });
});

it('two people typing in one title both keep what they typed', () => {
  const [ana, ben] = [newMapDoc('Typing', 1), new Y.Doc()];
  writeNew(ana, 'stages', 's', { title: 'Order' });
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
  writeFields(ana, 'stages', 's', { title: 'First order' });
  writeFields(ben, 'stages', 's', { title: 'Order online' });
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben));
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
  expect(readMap(ana).stages.get('s')?.title).toBe('First order online');
  expect(readMap(ben)).toEqual(readMap(ana));
  expect(storedItem(ben, 'stages', 's')?.get('title')).toBeInstanceOf(Y.Text);
});

it('a new item stores what is said of it, once, and reads the rest as its defaults', () => {
  const doc = newMapDoc('New', 1);
  writeNew(doc, 'touchpoints', 't', { channel: 'phone', owner: null, costEach: 3 });
  expect([...(storedItem(doc, 'touchpoints', 't')?.keys() ?? [])].sort()).toEqual([
    'channel',
    'costEach',
    'description',
    'title',
  ]);
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  expect(ds.clients.size).toBe(0);
  expect(readMap(doc).touchpoints.get('t')).toMatchObject({ channel: 'phone', owner: null, costEach: 3, place: null });
});

it.each([
  ['at once', false],
  ['one after the other', true],
])('two who are first to set a field of an item, %s, agree, and undo of one leaves the other’s', (_, hears) => {
  const [ana, ben] = [newMapDoc('First', 1), new Y.Doc()];
  ben.clientID = 2;
  writeNew(ana, 'touchpoints', 't', { title: 'x' });
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
  const undo = ownUndo(ana, 'ana');
  ana.transact(() => writeFields(ana, 'touchpoints', 't', { channel: 'phone' }), 'ana');
  if (hears) Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
  writeFields(ben, 'touchpoints', 't', { channel: 'mail' });
  const share = () => {
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
  };
  const channels = () => [ana, ben].map((doc) => readMap(doc).touchpoints.get('t')?.channel);
  share();
  expect(channels()).toEqual(['mail', 'mail']);
  undo.undo();
  share();
  expect(channels()).toEqual(['mail', 'mail']);
});

it('who alone has set a field of an item takes it back to its default, and sets it again', () => {
  const doc = newMapDoc('First', 1);
  writeNew(doc, 'touchpoints', 't', { title: 'x' });
  const undo = ownUndo(doc, 'me');
  const channel = () => readMap(doc).touchpoints.get('t')?.channel;
  doc.transact(() => writeFields(doc, 'touchpoints', 't', { channel: 'phone' }), 'me');
  undo.undo();
  expect(channel()).toBe('');
  undo.redo();
  expect(channel()).toBe('phone');
  doc.transact(() => writeFields(doc, 'touchpoints', 't', { channel: '' }), 'me');
  expect(channel()).toBe('');
});
