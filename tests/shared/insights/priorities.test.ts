import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { isCampaign, priorities } from '../../../shared/insights/priorities.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { INITIATIVE_STATUSES, type Initiative } from '../../../shared/model/records.ts';
import { must } from '../../support/mapBuilder.ts';

function mapWith(initiatives: readonly Partial<Omit<Initiative, 'id' | 'order'>>[]) {
  const doc = newMapDoc('Map', 1);
  initiatives.forEach((fields, index) => {
    must(doc, addInitiative, { id: idOf(`i${index}`), fields });
  });
  return readMap(doc);
}

it('size is the expected value; two at one place stand beside one another; unrated ones wait', () => {
  const { bubbles, unplaced } = priorities(
    mapWith([
      { impact: 5, effort: 2, expectedValue: 200 },
      { impact: 5, effort: 2, expectedValue: 50 },
      { impact: 1, effort: 1 },
      { impact: 3 },
      { impact: 4, effort: 4, status: 'dropped' },
    ]),
  );
  expect(bubbles.map(({ initiative, size, nth, of }) => [initiative.id, size, nth, of])).toEqual([
    ['i0', 1, 0, 2],
    ['i1', 0.25, 1, 2],
    ['i2', 0, 0, 1],
  ]);
  expect(unplaced.map(({ id }) => id)).toEqual(['i3']);
});

it('every initiative but the dropped is either a bubble or waits, and no size is out of bounds', () => {
  const level = fc.option(fc.integer({ min: 1, max: 5 }));
  const some = fc.record({
    impact: level,
    effort: level,
    expectedValue: fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true })),
    status: fc.constantFrom(...INITIATIVE_STATUSES),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (fields) => {
      const { bubbles, unplaced } = priorities(mapWith(fields));
      expect(bubbles.length + unplaced.length).toBe(fields.filter(({ status }) => status !== 'dropped').length);
      for (const { size, nth, of } of bubbles) {
        expect(size >= 0 && size <= 1).toBe(true);
        expect(nth).toBeLessThan(of);
      }
    }),
    { numRuns: 40 },
  );
});

it('a campaign is told by any word about whom it speaks to or how it is judged', () => {
  const [plain, campaign] = mapWith([{ title: 'Fix the form' }, { responseMetric: 'Attrition' }]).initiatives.list;
  expect([plain, campaign].map((one) => isCampaign(one!))).toEqual([false, true]);
});
