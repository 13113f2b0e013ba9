import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { isOutside } from '../../../shared/gaps/outside.ts';
import { importCsv } from '../../../shared/import/csv.ts';
import { COLLECTIONS, collectionOf } from '../../../shared/model/collections.ts';
import type { ItemKind } from '../../../shared/model/fields.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { byOrder, type MapSnapshot, tableOf } from '../../../shared/model/snapshot.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { must } from '../../support/mapBuilder.ts';
import { BROKEN_RULES, breakRule } from '../../support/oneGapEach.ts';
import { countingIds } from '../import/importing.ts';
import { TODAY } from './finding.ts';

const cases = new URL('../../support/cases/', import.meta.url);
const maps: readonly (readonly [string, () => Y.Doc])[] = [
  ['sample', () => sampleMap('broadband', { newId: countingIds(), today: TODAY })],
  ['one gap of each rule', brokenEverywhere],
  ...readdirSync(cases).map((file): [string, () => Y.Doc] => [
    file,
    () => {
      const result = importCsv(readFileSync(new URL(file, cases), 'utf8'), { newId: countingIds() });
      return result.status === 'imported' ? result.doc : expect.unreachable(result.reason);
    },
  ]),
];

function brokenEverywhere(): Y.Doc {
  const doc = sampleMap('glasses', { newId: countingIds(), today: TODAY });
  for (const rule of BROKEN_RULES) if (!/^(no-|unmeasured)/.test(rule) || rule === 'no-evidence') breakRule(doc, rule);
  return doc;
}

const idsOf = (map: MapSnapshot) => findGaps(map, TODAY).map(({ id }) => id);

/** The same map whose tables were filled in another order. */
function shuffled(map: MapSnapshot, shuffle: <T>(items: readonly T[]) => T[]): MapSnapshot {
  const tables = COLLECTIONS.map((collection) => {
    const { byId, removed } = map[collection];
    return [collection, tableOf(new Map<string, { id: string }>(shuffle([...byId])), removed)];
  });
  return { ...map, ...Object.fromEntries(tables) };
}

describe.each(maps)('%s', (_name, make) => {
  it('[touchpoint-unowned] [handoff-unowned] an owner makes no ownership finding appear', () => {
    const doc = make();
    must(doc, addPerson, { id: idOf('newcomer'), fields: { name: 'Newcomer' } });
    const ownership = () =>
      new Set(
        findGaps(readMap(doc), TODAY)
          .filter(({ rule }) => /-unowned$/.test(rule))
          .map(({ id }) => id),
      );
    let before = ownership();
    const owned = [
      ...readMap(doc).touchpoints.list.map(({ id }) => ['touchpoint', id] as const),
      ...readMap(doc).handoffs.list.map(({ id }) => ['handoff', id] as const),
    ];
    for (const [kind, id] of owned) {
      if (readMap(doc)[collectionOf(kind)].get(id)?.owner) continue;
      must(doc, changeItems, changeOf(kind, id, { owner: idOf('newcomer') }));
      const after = ownership();
      for (const finding of after) expect(before).toContain(finding);
      before = after;
    }
    expect([...before]).toEqual([]);
  });

  it('renaming changes no finding’s id', () => {
    const doc = make();
    const before = idsOf(readMap(doc));
    const { touchpoints, steps, stages, lanes, people, personas } = readMap(doc);
    for (const { id } of touchpoints.list) must(doc, changeItems, changeOf('touchpoint', id, { title: `T ${id}` }));
    for (const { id } of steps.list) must(doc, changeItems, changeOf('step', id, { title: `S ${id}` }));
    for (const { id } of stages.list) must(doc, changeItems, changeOf('stage', id, { title: `G ${id}` }));
    for (const { id } of personas.list) must(doc, changeItems, changeOf('persona', id, { name: `P ${id}` }));
    // Third parties are told by their names, so that word stays.
    for (const lane of lanes.list) {
      const outside = isOutside(lane, []) ? ' (third party)' : '';
      must(doc, changeItems, changeOf('lane', lane.id, { title: `L ${lane.id}${outside}` }));
    }
    for (const { id, name } of people.list) {
      must(
        doc,
        changeItems,
        changeOf('person', id, { name: `P ${id}${name.includes('external') ? ' (external)' : ''}` }),
      );
    }
    expect(new Set(idsOf(readMap(doc)))).toEqual(new Set(before));
  });

  it('the order in which items were made changes nothing', () => {
    const map = readMap(make());
    const plain = findGaps(map, TODAY).map(({ fix: _, ...finding }) => finding);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const again = findGaps(shuffled(map, shuffle), TODAY).map(({ fix: _, ...finding }) => finding);
        expect(again).toEqual(plain);
      }),
      { numRuns: 5 },
    );
  });

  it('ids are unique, and every item and department is on the map', () => {
    const map = readMap(make());
    const findings = findGaps(map, TODAY);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const { items, departments, message } of findings) {
      expect(items.length).toBeGreaterThan(0);
      for (const { kind, id } of items) expect(map[collectionOf(kind)].has(id), `${kind} ${id}`).toBe(true);
      for (const id of departments) expect(map.lanes.has(id)).toBe(true);
      expect(message).not.toMatch(/undefined|null|NaN|“”/);
    }
  });

  it('a map from which everything was deleted has no gaps', () => {
    const doc = make();
    const kinds = [
      'stage',
      'step',
      'lane',
      'touchpoint',
      'note',
      'handoff',
      'metric',
      'person',
      'persona',
      'initiative',
    ] as const;
    const map = readMap(doc);
    const items = kinds.flatMap((kind: ItemKind) => map[collectionOf(kind)].list.map(({ id }) => ({ kind, id })));
    must(doc, removeItems, { items });
    expect(idsOf(readMap(doc))).toEqual([]);
  });

  it('a map of which any part was deleted is still read', () => {
    const map = readMap(make());
    for (const collection of COLLECTIONS) {
      expect(() => findGaps({ ...map, [collection]: tableOf(new Map()) }, TODAY)).not.toThrow();
    }
    // The tables really are in order, whatever they were filled with.
    expect(map.touchpoints.list.toSorted(byOrder)).toEqual(map.touchpoints.list);
  });
});
