import { expect, it } from 'vitest';
import { gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { COLLECTIONS } from '../../../shared/model/collections.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { fieldTable } from '../../../shared/model/records.ts';
import { skippedIn } from '../../../shared/model/snapshot.ts';
import { refuseFields } from '../../../shared/model/writeRecord.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { countingIds } from '../import/importing.ts';

const TODAY = '2026-01-22';
const sample = () => readMap(sampleMap('broadband', { newId: countingIds(), today: TODAY }));

it('is a whole map: everything has its place and every field is sound', () => {
  const map = sample();
  expect(outlineOf(map).unplaced).toEqual({ steps: [], touchpoints: [], notes: [] });
  expect(skippedIn(map)).toBe(0);
  for (const collection of COLLECTIONS) {
    for (const { id: _, ...fields } of map[collection].list)
      expect(refuseFields(fieldTable(collection), fields)).toBeNull();
  }
  expect(map.metrics.list.every(({ values }) => values.length === 6)).toBe(true);
  expect(map.metrics.list[0]?.values.map(({ date }) => date)).toEqual([
    '2025-08-01',
    '2025-09-01',
    '2025-10-01',
    '2025-11-01',
    '2025-12-01',
    '2026-01-01',
  ]);
});

it('begins with the gap everybody knows, and has one that an initiative answers', () => {
  const map = sample();
  const gaps = gapsWithAnswers(map, findGaps(map, TODAY));
  expect(gaps[0]).toMatchObject({ rule: 'repeated-information', moneyAtStake: 180_000 });
  expect(gaps.find(({ rule }) => rule === 'bad-moment-of-truth')?.initiatives).toHaveLength(1);
});
