import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { COLLECTIONS } from '../../../shared/model/collections.ts';
import { TEXT_LIMIT } from '../../../shared/model/fields.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import { metaOf, newMapDoc, rootOf } from '../../../shared/model/mapDoc.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { readRecord } from '../../../shared/model/readRecord.ts';
import { type Collection, fieldTable } from '../../../shared/model/records.ts';
import { refuseFields } from '../../../shared/model/writeRecord.ts';
import { aMap } from '../../support/mapBuilder.ts';

/** What a stranger may put under a key; made anew for every place, since a Yjs type has one place only. */
type Junk = () => unknown;
const plain = fc.oneof(
  // Through JSON, because Yjs takes no objects without prototype.
  fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
  fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, '__proto__', 'a0', 'everyone', 1e300),
  fc.constant({ step: 's', lane: ['l'] }),
  fc.constant({ status: 'assigned', to: 7 }),
  fc.uint8Array({ maxLength: 4 }),
  fc.string({ unit: 'binary' }),
);
const junk: fc.Arbitrary<Junk> = fc.oneof(
  plain.map((value) => () => value),
  fc.string().map((text) => () => new Y.Text(text)),
  fc.constant(() => new Y.Array()),
  fc.constant(() => new Y.XmlFragment()),
  fc
    .dictionary(fc.string(), plain, { noNullPrototype: true })
    .map((entries) => () => new Y.Map(Object.entries(entries))),
  fc.constant(() => new Y.Doc()),
);

const names = [...new Set(COLLECTIONS.flatMap((collection) => Object.keys(fieldTable(collection))))];
const keys = fc.oneof(
  fc.constantFrom(...names, 'removed', 'id', '__proto__', 'constructor', ':', ''),
  fc.constantFrom(
    'emotions:everyone',
    'emotions:',
    'values:2026-13-77',
    'values:2026-01-01',
    'systems:',
    'expects:x y',
  ),
  fc.tuple(fc.constantFrom(...names), fc.string()).map(([name, member]) => `${name}:${member}`),
  fc.string(),
);
const items = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(keys, junk), { maxLength: 12 }) },
  { weight: 1, arbitrary: junk },
);
const ids = fc.oneof(fc.constantFrom('t1', 't2', '__proto__', 'constructor', '', ' ', 'x'.repeat(300)), fc.string());
const strangeDocs = fc.array(fc.tuple(fc.constantFrom(...COLLECTIONS), ids, items), { maxLength: 15 });

function store(doc: Y.Doc, stranger: typeof strangeDocs extends fc.Arbitrary<infer T> ? T : never): void {
  doc.transact(() => {
    for (const [collection, id, item] of stranger) {
      if (typeof item === 'function') rootOf(doc, collection).set(id, item());
      else rootOf(doc, collection).set(id, new Y.Map(item.map(([key, value]) => [key, value()])));
    }
  });
}

function expectSound(doc: Y.Doc): void {
  const map = readMap(doc);
  for (const collection of COLLECTIONS) {
    const table = map[collection];
    for (const record of [...table.list, ...table.removed.values()]) {
      const { id, ...fields } = record as { id: string } & Record<string, unknown>;
      expect(Object.keys(fields).sort()).toEqual(Object.keys(fieldTable(collection)).sort());
      // Whatever is read could have been written: the strict writer finds nothing against it.
      expect(refuseFields(fieldTable(collection), fields)).toBeNull();
      expect(table.has(id) || table.removed.has(id)).toBe(true);
    }
    expect(table.list.length + table.removed.size + table.skipped).toBe(rootOf(doc, collection).size);
  }
  expect(() => [outlineOf(map).unplaced, JSON.stringify(presentMap('id', map))]).not.toThrow();
}

describe('a stranger’s document', () => {
  it('is read without a throw, every field sound, every unreadable item counted', () => {
    fc.assert(
      fc.property(strangeDocs, (stranger) => {
        const doc = new Y.Doc();
        store(doc, stranger);
        expectSound(doc);
      }),
      { numRuns: 300 },
    );
  });

  it('is taken in by a live map as by a fresh reading', () => {
    fc.assert(
      fc.property(strangeDocs, strangeDocs, (one, other) => {
        const doc = aMap(['t1', 't2']);
        const live = liveMap(doc);
        for (const stranger of [one, other]) {
          store(doc, stranger);
          expect(live.snapshot()).toEqual(readMap(doc));
        }
      }),
    );
  });

  it('survives junk in the map’s own fields', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, junk), { maxLength: 8 }), (fields) => {
        const doc = newMapDoc('Sound', 1);
        doc.transact(() => {
          for (const [key, value] of fields) metaOf(doc).set(key, value());
        });
        const { meta, schema } = readMap(doc);
        expect(typeof meta.title).toBe('string');
        expect(meta.currency).toMatch(/^[A-Z]{3}$/);
        expect(['current', 'future']).toContain(meta.state);
        expect(Number.isInteger(schema) && schema > 0).toBe(true);
      }),
    );
  });

  it('does not reach the prototype of anything', () => {
    const doc = newMapDoc('Sound', 1);
    rootOf(doc, 'people').set('__proto__', new Y.Map([['polluted', true]]));
    rootOf(doc, 'people').set('p', new Y.Map([['__proto__', { polluted: true }]]));
    const map = readMap(doc);
    expect(map.people.skipped).toBe(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(map.people.get('p'))).toBe(Object.prototype);
  });
});

const read = <C extends Collection>(collection: C, fields: readonly (readonly [string, unknown])[]) => {
  const doc = new Y.Doc();
  rootOf(doc, collection).set('x', new Y.Map(fields as [string, unknown][]));
  const result = readRecord(collection, 'x', rootOf(doc, collection).get('x'));
  if (result.status === 'unreadable') throw new Error('unreadable');
  return result.record;
};

describe('one field', () => {
  it('takes a plain string for a text, as other makers write it', () => {
    expect(read('touchpoints', [['title', 'Status line']]).title).toBe('Status line');
  });
  it('cuts a text that is longer than a page can bear', () => {
    expect(read('notes', [['text', new Y.Text('x'.repeat(TEXT_LIMIT + 5))]]).text).toHaveLength(TEXT_LIMIT);
    expect(read('notes', [['text', 'x'.repeat(TEXT_LIMIT + 5)]]).text).toHaveLength(TEXT_LIMIT);
  });
  it('falls back by itself; the others stay', () => {
    const step = read('steps', [
      ['belief', 7],
      ['momentOfTruth', true],
      ['stage', 12],
    ]);
    expect(step).toMatchObject({ belief: null, momentOfTruth: true, stage: null });
  });
  it('of a place falls back whole: half a place is none', () => {
    expect(read('touchpoints', [['place', { step: 's' }]]).place).toBeNull();
    expect(read('touchpoints', [['place', { step: 's', lane: 'l', more: 1 }]]).place).toEqual({ step: 's', lane: 'l' });
  });
  it('of an order that is no key falls back to the first key', () => {
    for (const key of ['b', 'a00', 'a!', '', 'Ä', 'a'.repeat(600), 4])
      expect(read('lanes', [['order', key]]).order).toBe('a0');
  });
  it('of keyed values keeps the members that can be read, sorted', () => {
    const step = read('steps', [
      ['emotions:zoe', { value: 2 }],
      ['emotions:everyone', { value: -1 }],
      ['emotions:bad', { value: 9 }],
      ['emotions:no id', { value: 1 }],
      ['emotions', [{ persona: 'old', value: 1 }]],
    ]);
    expect(step.emotions).toEqual([
      { persona: 'everyone', value: -1 },
      { persona: 'zoe', value: 2 },
    ]);
  });
  it('of a set leaves out members that were taken out', () => {
    const touchpoint = read('touchpoints', [
      ['systems:CRM', true],
      ['systems:ERP', false],
      ['systems:SAP', null],
    ]);
    expect(touchpoint.systems).toEqual(['CRM']);
  });
});

describe('what a quick look is sure of', () => {
  const fields = COLLECTIONS.flatMap((collection) =>
    Object.entries(fieldTable(collection)).map(([name, field]) => ({ name: `${collection}.${name}`, field })),
  ).filter(({ field }) => field.isSure);

  it('the schema takes as it is', () => {
    const orderLike = fc.string({ unit: fc.constantFrom(...'019azbcdAZXYW'), minLength: 1, maxLength: 6 });
    const placeLike = fc.record(
      { step: fc.oneof(orderLike, plain), lane: orderLike, more: plain },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(orderLike, placeLike, plain), (value) => {
        for (const { name, field } of fields) {
          if (!field.isSure?.(value)) continue;
          expect(field.schema.safeParse(value), name).toEqual({ success: true, data: value });
        }
      }),
      { numRuns: 2000 },
    );
  });

  const holds = (name: string, value: unknown) => fields.find((field) => field.name === name)?.field.isSure?.(value);

  it('is no place that stands behind a value, as Yjs decodes a stranger’s key `__proto__`', () => {
    const behind: unknown = Object.assign(Object.create({ step: 's', lane: 'l' }), { x: 1, y: 2 });
    expect(holds('touchpoints.place', behind)).toBe(false);
  });

  it('is what maps hold as a rule', () => {
    expect(holds('touchpoints.order', 'b0041')).toBe(true);
    expect(holds('touchpoints.order', 'Zz')).toBe(true);
    expect(holds('touchpoints.place', { step: 's', lane: 'l' })).toBe(true);
    expect(holds('touchpoints.owner', 'ada')).toBe(true);
    expect(holds('touchpoints.channel', 'phone')).toBe(true);
  });
});
