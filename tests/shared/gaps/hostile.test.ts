import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../../shared/gaps/presentGaps.ts';
import { collectionOf } from '../../../shared/model/collections.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { Collection } from '../../../shared/model/records.ts';
import { writeNew } from '../../../shared/model/writeRecord.ts';
import { TODAY } from './finding.ts';

/** Few ids for many items, so that references meet, cross, lead in circles and lead nowhere. */
const some = (prefix: string, count: number) => fc.nat(count).map((n) => `${prefix}${n}`);
/** Records as programs write them: Yjs takes no object without prototype. */
const record = <T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(parts, { noNullPrototype: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const title = fc.constantFrom('', ' ', 'Sales', 'third party', 'external', 'Customer', '“quoted”', 'x'.repeat(300));
const feeling = fc.constantFrom(-2, -1, 0, 1, 2);

type Kept = Exclude<Collection, 'gapStates'>;

const fields: Readonly<Record<Kept, fc.Arbitrary<object>>> = {
  stages: record({
    title,
    lifecycle: fc.constantFrom('other', 'sales', 'service'),
    expects: fc.uniqueArray(some('lanes', 5)),
  }),
  steps: record({
    title,
    stage: maybe(some('stages', 4)),
    momentOfTruth: fc.boolean(),
    belief: maybe(feeling),
    emotions: fc.uniqueArray(
      record({ persona: fc.constantFrom('everyone', 'personas0', 'personas9'), value: feeling }),
      {
        selector: ({ persona }) => persona,
      },
    ),
    evidence: fc.constantFrom([], [{ persona: 'everyone', kinds: ['feedback' as const] }]),
  }),
  lanes: record({ title, kind: fc.constantFrom('department', 'department', 'notes') }),
  touchpoints: record({
    title,
    place: maybe(record({ step: some('steps', 8), lane: some('lanes', 5) })),
    owner: maybe(some('people', 3)),
    channel: fc.constantFrom('', 'phone', 'web', 'internal'),
    systems: fc.constantFrom([], ['A'], ['B']),
    customersPerMonth: maybe(fc.nat(9)),
    moneyEach: maybe(fc.nat(9)),
  }),
  notes: record({ text: title, kind: fc.constantFrom('pain', 'idea') }),
  handoffs: record({
    from: maybe(some('touchpoints', 16)),
    to: maybe(some('touchpoints', 16)),
    owner: maybe(some('people', 3)),
    accepted: fc.boolean(),
    information: fc.constantFrom(null, 'all', 'some', 'none'),
    customerRepeats: fc.boolean(),
    waitTarget: maybe(fc.nat(9)),
    waitActual: maybe(fc.nat(9)),
  }),
  metrics: record({
    on: maybe(
      fc.oneof(
        ...(['stage', 'step', 'touchpoint'] as const).map((kind) =>
          record({ kind: fc.constant(kind), id: some(collectionOf(kind), 9) }),
        ),
      ),
    ),
    kind: fc.constantFrom('operational', 'customer'),
    rewarded: fc.boolean(),
    target: maybe(fc.nat(9)),
    cadence: fc.constantFrom(null, 'daily'),
    values: fc.constantFrom([], [{ date: '2026-02-31', value: 3 }]),
  }),
  people: record({ name: title, department: maybe(some('lanes', 5)) }),
  personas: record({ name: title, share: maybe(fc.nat(9)) }),
  initiatives: record({ title, gaps: fc.constant([]) }),
};

const COUNTS = {
  stages: 3,
  steps: 7,
  lanes: 4,
  touchpoints: 15,
  notes: 2,
  handoffs: 24,
  metrics: 8,
  people: 2,
  personas: 2,
  initiatives: 1,
} as const;

const anyMap = fc
  .record(
    Object.fromEntries(
      Object.entries(fields).map(([collection, one]) => [
        collection,
        fc.array(one, { maxLength: COUNTS[collection as Kept] }),
      ]),
    ),
  )
  .map((collections) => {
    const doc = newMapDoc('Any', 1);
    doc.transact(() => {
      for (const [collection, items] of Object.entries(collections)) {
        items.forEach((item, index) => {
          writeNew(doc, collection as Kept, `${collection}${index}`, item);
        });
      }
    });
    return readMap(doc);
  });

it('whatever stands on a map, rules find without throwing, once each, and name only what is there', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const findings = findGaps(map, TODAY);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      for (const { items, departments, message } of findings) {
        for (const { kind, id } of items) expect(map[collectionOf(kind)].has(id), `${kind} ${id}`).toBe(true);
        expect(new Set(items.map(({ kind, id }) => `${kind} ${id}`)).size, message).toBe(items.length);
        expect(new Set(departments).size, message).toBe(departments.length);
        for (const id of departments) expect(map.lanes.get(id)?.kind, message).toBe('department');
        expect(message).toMatch(/\.$/);
        expect(message).not.toMatch(/undefined|null|NaN/);
      }
      expect(presentGaps(map, findings)).toHaveLength(findings.length);
    }),
    { numRuns: 300 },
  );
});
