import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handoffMatrix } from '../../../shared/insights/handoffMatrix.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change } from '../gaps/finding.ts';

const drawn = () =>
  drawMap(
    `
           | buy: ask | order   | use: wait
    sales  | chat     | confirm |
    field  |          | book    | visit`,
    'chat > confirm > book > visit',
    'confirm > visit',
  );

it('counts hand-offs from each department to each, those that are broken, and waits against what was agreed', () => {
  const doc = drawn();
  change(doc, 'handoff', 'confirm:book', { waitActual: 72, waitTarget: 24 });
  change(doc, 'handoff', 'confirm:visit', { waitActual: 24 });
  const { cells, crossing, departments } = handoffMatrix(readMap(doc), new Set(['confirm:book']));
  expect(departments.map(({ id }) => id)).toEqual(['sales', 'field']);
  expect(cells.map(({ from, to, handoffs, broken }) => [from, to, handoffs.length, broken])).toEqual([
    ['sales', 'sales', 1, 0],
    ['sales', 'field', 2, 1],
    ['field', 'field', 1, 0],
  ]);
  expect(cells[1]).toMatchObject({ wait: 48, target: 24, late: true });
  expect(cells[0]).toMatchObject({ wait: null, target: null, late: false });
  expect(crossing).toEqual({ handoffs: 2, broken: 1 });
});

it('on any map, every hand-off stands in one cell at most, and only where both ends stand in departments', () => {
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      const map = readMap(doc);
      const { cells, departments } = handoffMatrix(map, new Set(map.handoffs.list.map(({ id }) => id)));
      const ids = cells.flatMap(({ handoffs }) => handoffs.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(departments.map(({ id }) => id));
      for (const { from, to, handoffs, broken } of cells) {
        expect(known.has(from) && known.has(to)).toBe(true);
        expect(broken).toBe(handoffs.length);
      }
    }),
    { numRuns: 60 },
  );
});
