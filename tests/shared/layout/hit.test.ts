import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellAt, laneAt, stepAt } from '../../../shared/layout/hit.ts';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';

const layout = layoutMap(readMap(drawMap('| s: a | b | t: \n l | x, y | \n m | | z')), measureInter);

it('finds the cell of every card from any point in it', () => {
  fc.assert(
    fc.property(arbitraryMap, fc.double({ min: 0, max: 1, noNaN: true }), (doc, part) => {
      const any = layoutMap(readMap(doc), measureInter);
      for (const card of [...any.cards, ...any.notes]) {
        const place = cellAt(any, card.x + card.width * part, card.y + card.height * part * 0.99);
        expect(place).toMatchObject({ step: card.step, lane: card.lane });
      }
    }),
  );
});

it('drops before the card whose upper half it is over', () => {
  const [x, y] = layout.cards;
  expect(cellAt(layout, 50, x!.y + 5)?.before).toBe('x');
  expect(cellAt(layout, 50, x!.y + x!.height - 5)?.before).toBe('y');
  expect(cellAt(layout, 50, y!.y + y!.height - 5)?.before).toBeNull();
});

it('never drops a card before itself', () => {
  expect(cellAt(layout, 50, layout.cards[0]!.y + 5, new Set(['x']))?.before).toBe('y');
});

it('finds nothing beside the map, in headers of empty stages and over the curve', () => {
  const { y } = layout.lanes[0]!;
  expect(cellAt(layout, -1, y + 5)).toBeNull();
  expect(cellAt(layout, layout.width + 1, y + 5)).toBeNull();
  expect(cellAt(layout, 2 * 161 + 5, y + 5)).toBeNull();
  expect(cellAt(layout, 5, 20)).toBeNull();
  expect(cellAt(layout, 5, layout.height)).toBeNull();
});

it('finds columns and lanes by their first pixel', () => {
  expect([stepAt(layout, 0), stepAt(layout, 160.9), stepAt(layout, 161)]).toEqual(['a', 'a', 'b']);
  const [first, second] = layout.lanes;
  expect(laneAt(layout, second!.y - 0.1)).toBe(first);
  expect(laneAt(layout, second!.y)).toBe(second);
});
