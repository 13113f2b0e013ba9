import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { type AnsweredFinding, gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { type FindingGroup, groupFindings, type ManyFindings } from '../../../shared/gaps/groupFindings.ts';
import { rules } from '../../../shared/gaps/index.ts';
import { SEVERITIES } from '../../../shared/gaps/rule.ts';
import { groupings } from '../../../shared/gaps/sharedCauses.ts';
import { importCsv } from '../../../shared/import/csv.ts';
import { COLLECTIONS } from '../../../shared/model/collections.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { type MapSnapshot, tableOf } from '../../../shared/model/snapshot.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { countingIds } from '../import/importing.ts';
import { change, gapsOf, own, TODAY } from './finding.ts';

const answered = (map: MapSnapshot): readonly AnsweredFinding[] => gapsWithAnswers(map, findGaps(map, TODAY));
const groupsIn = (map: MapSnapshot, held?: ReadonlySet<string>) => groupFindings(map, answered(map), held);
const isMany = (group: FindingGroup): group is ManyFindings => group.kind === 'many';
const many = (doc: Y.Doc, rule: string) =>
  groupsIn(readMap(doc))
    .filter(isMany)
    .filter((group) => group.rule === rule);
const titles = (doc: Y.Doc, rule: string) => many(doc, rule).map(({ title }) => title);

const folder = new URL('../../support/cases/', import.meta.url);
const imported = (file: string): Y.Doc => {
  const result = importCsv(readFileSync(new URL(file, folder), 'utf8'), { newId: countingIds() });
  return result.status === 'imported' ? result.doc : expect.unreachable(result.reason);
};
const docs: readonly (readonly [string, () => Y.Doc])[] = [
  ['sample', () => sampleMap('broadband', { newId: countingIds(), today: TODAY })],
  ...readdirSync(folder).map((file): [string, () => Y.Doc] => [file, () => imported(file)]),
];

describe('what is read together', () => {
  it('touchpoints of one department without an owner', () => {
    const doc = drawMap(`
             | use: call  | wait  | visit | pay
      housing| a, b, c    | d     | e     |
      billing|            |       |       | f     `);
    expect(many(doc, 'touchpoint-unowned')).toMatchObject([
      { id: 'group:touchpoint-unowned:in:housing', title: '5 touchpoints in housing have no owner' },
    ]);
    expect(many(doc, 'touchpoint-unowned')[0]?.message).toBe('“a”, “b” and 3 more.');
    // The one in billing stays by itself.
    const single = groupsIn(readMap(doc)).filter(
      (group) => !isMany(group) && group.findings[0].rule === 'touchpoint-unowned',
    );
    expect(single.map(({ findings: [finding] }) => finding?.items[0]?.id)).toEqual(['f']);
  });

  const HANDOFFS = `
             | one: a1 | b1 | a2 | b2 | a3 | c1 | c2
      sales  | s1      |    | s2 |    | s3 |    |
      field  |         | f1 |    | f2 |    | f3 |
      bills  |         |    |    |    |    |    | b1 `;

  it('hand-offs between the same two departments, before those of one department, before all', () => {
    const pair = drawMap(HANDOFFS, 's1 > f1', 's2 > f2', 's3 > f3', 'f3 > b1');
    expect(titles(pair, 'handoff-unowned')).toEqual(['3 hand-offs from sales to field have no owner']);
    const giver = drawMap(HANDOFFS, 's1 > f1', 's2 > f2', 's3 > b1', 'f3 > b1');
    expect(many(giver, 'handoff-unowned')).toMatchObject([
      { title: '3 hand-offs from sales have no owner', message: '2 to field and 1 to bills.' },
    ]);
    const all = drawMap(HANDOFFS, 's1 > f1', 's2 > b1', 'f2 > s3', 'f3 > b1', 'b1 > s1');
    expect(many(all, 'handoff-unowned')).toMatchObject([
      { id: 'group:handoff-unowned', title: '5 hand-offs between departments have no owner' },
    ]);
  });

  it('what is left of a rule, when that is still much', () => {
    const doc = drawMap(HANDOFFS, 's1 > f1', 's2 > f2', 's3 > f3', 's1 > f2', 'f1 > s2', 'f3 > b1', 'b1 > s3');
    expect(titles(doc, 'handoff-unowned').sort()).toEqual([
      '3 other hand-offs between departments have no owner',
      '4 hand-offs from sales to field have no owner',
    ]);
  });

  it('two are no group, and what has a story of its own is none', () => {
    const doc = drawMap(HANDOFFS, 's1 > f1', 'f2 > b1');
    expect(many(doc, 'handoff-unowned')).toEqual([]);
    for (const rule of ['emotion-drop', 'bad-ending', 'ping-pong', 'off-target', 'bad-moment-of-truth']) {
      expect(groupings.has(rule)).toBe(false);
    }
  });

  it('the twelve hand-offs of an imported pathway', () => {
    const [first, ...rest] = groupsIn(readMap(imported('hospital-hip-fracture-pathway.csv')));
    expect(first).toMatchObject({
      kind: 'many',
      severity: 'high',
      title: '12 hand-offs between departments have no owner',
      message: '3 from Ward nursing, 3 from Orthogeriatrics and 6 others.',
      numbers: '1-12',
    });
    expect(rest.filter(isMany).map(({ title, numbers }) => [title, numbers])).toEqual([
      ['4 touchpoints have no owner', '15, 20-21, 23'],
      ['4 steps have no emotion', '29-32'],
    ]);
  });

  it('money at one place counts once', () => {
    const doc = drawMap(`
              | use: call | wait | visit
      housing | a         | b    | c
      billing |           | d    | e, f  `);
    for (const id of ['a', 'b']) change(doc, 'touchpoint', id, { customersPerMonth: 100, moneyEach: 2 });
    expect(many(doc, 'touchpoint-unowned')[0]).toMatchObject({ moneyAtStake: 400 });
  });

  it('what was dismissed is in no group and does not count', () => {
    const doc = imported('hospital-hip-fracture-pathway.csv');
    const first = gapsOf(doc)[0]!;
    must(doc, answerGap, { finding: first.id, answer: { status: 'dismissed', reason: 'Agreed' } });
    const groups = groupsIn(readMap(doc));
    expect(groups[0]).toMatchObject({ title: '11 hand-offs between departments have no owner', numbers: '1-11' });
    expect(groups.at(-1)).toMatchObject({ kind: 'one', id: first.id });
  });
});

describe('what somebody reads in', () => {
  it('stays a group under its id down to its last finding', () => {
    const doc = imported('hospital-hip-fracture-pathway.csv');
    const id = 'group:handoff-unowned';
    const handoffs = answered(readMap(doc)).filter(({ rule }) => rule === 'handoff-unowned');
    for (const [done, { items }] of handoffs.entries()) {
      const group = groupsIn(readMap(doc), new Set([id]))[0];
      expect(group).toMatchObject({ kind: 'many', id });
      expect(group?.findings).toHaveLength(12 - done);
      own(doc, 'Nora', items[0]!.id);
    }
    expect(groupsIn(readMap(doc), new Set([id])).some((group) => group.id === id)).toBe(false);
  });

  it('a single finding is not drawn into a group that others’ edits make', () => {
    const doc = drawMap(`
              | use: call | wait | visit | pay | go
      housing | a         | b    |       |     |
      billing |           |      | c     | d   | e     `);
    own(doc, 'Nora', 'a', 'c', 'd');
    const finding = answered(readMap(doc)).find(({ items }) => items[0]?.id === 'b')!;
    for (const id of ['a', 'c', 'd']) change(doc, 'touchpoint', id, { owner: null });
    const groups = groupsIn(readMap(doc), new Set([finding.id]));
    expect(groups).toContainEqual(expect.objectContaining({ kind: 'one', id: finding.id }));
    expect(titles(doc, 'touchpoint-unowned').length).toBeGreaterThan(0);
  });
});

it('every rule that is grouped is a rule', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const rule of groupings.keys()) expect(ids).toContain(rule);
});

/** What has to hold for any findings of any map, whatever is held. */
function expectSound(map: MapSnapshot, findings: readonly AnsweredFinding[], held: ReadonlySet<string>): void {
  const groups = groupFindings(map, findings, held);
  expect(groups.flatMap((group) => group.findings.map(({ id }) => id)).sort()).toEqual(
    findings.map(({ id }) => id).sort(),
  );
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
  const rank = new Map<string, number>(findings.map(({ id }, index) => [id, index]));
  const best = groups.map(({ findings: [first] }) => rank.get(first?.id ?? '') ?? -1);
  expect(best).toEqual(best.toSorted((a, b) => a - b));
  for (const group of groups) {
    const ranks = group.findings.map(({ id }) => rank.get(id) ?? -1);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    if (!isMany(group)) continue;
    expect(group.findings.length).toBeGreaterThanOrEqual(held.has(group.id) ? 1 : 3);
    expect(new Set(group.findings.map(({ rule }) => rule))).toEqual(new Set([group.rule]));
    expect(group.severity).toBe(SEVERITIES.find((one) => group.findings.some(({ severity }) => severity === one)));
    expect(`${group.title} ${group.message}`).not.toMatch(/\b(undefined|null|NaN)\b|“”| {2}/);
  }
}

/** The same map whose tables were filled in another order. */
function shuffled(map: MapSnapshot, numbers: Iterator<number>): MapSnapshot {
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, key: numbers.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  const tables = COLLECTIONS.map((collection) => {
    const { byId, removed } = map[collection];
    return [collection, tableOf(new Map<string, { id: string }>(shuffle([...byId])), removed)];
  });
  return { ...map, ...Object.fromEntries(tables) };
}

const withoutFixes = (groups: readonly FindingGroup[]) =>
  groups.map((group) => ({ ...group, findings: group.findings.map(({ fix: _, ...finding }) => finding) }));

describe.each(docs)('%s', (_name, make) => {
  const map = readMap(make());
  const findings = answered(map);
  const ids = groupsIn(map)
    .filter(isMany)
    .map(({ id }) => id);
  const subsets = fc.subarray([...findings]);
  const holds = fc.subarray([...ids, ...findings.map(({ id }) => id as string)]).map((some) => new Set(some));

  it('every finding is in exactly one group, and a group ranks as its best finding', () => {
    fc.assert(
      fc.property(subsets, holds, (some, held) => expectSound(map, some, held)),
      { numRuns: 100 },
    );
  });

  it('the order in which items were made changes nothing', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(withoutFixes(groupsIn(shuffled(map, numbers)))).toEqual(withoutFixes(groupsIn(map)));
      }),
      { numRuns: 5 },
    );
  });

  it('groups that are read in keep their ids and what is left in them, whatever is solved', () => {
    const held = new Set(ids);
    const before = new Map(groupFindings(map, findings, held).map(({ id, findings: all }) => [id, all]));
    fc.assert(
      fc.property(subsets, (left) => {
        const after = new Map(groupFindings(map, left, held).map(({ id, findings: all }) => [id, all]));
        for (const id of ids) {
          const expected = before.get(id)?.filter((finding) => left.includes(finding)) ?? [];
          expect(after.get(id) ?? []).toEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('any map is grouped soundly', () => {
  fc.assert(
    fc.property(arbitraryMap, fc.infiniteStream(fc.boolean()), (doc, coins) => {
      const map = readMap(doc);
      const findings = answered(map);
      const held = groupFindings(map, findings).filter(() => coins.next().value);
      expectSound(map, findings, new Set(held.map(({ id }) => id)));
    }),
    { numRuns: 100 },
  );
});
