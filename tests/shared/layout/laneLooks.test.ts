import { expect, it } from 'vitest';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import { FOLDED_LANE_HEIGHT } from '../../../shared/layout/sizes.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';

const map = readMap(
  drawMap(
    `
            | buy: compare | order   | use: install
    sales   | chat, call   | confirm |
    field - |              |         | visit
    pains # | too slow     |         |`,
    'chat > confirm > visit',
  ),
);
const seen = (lanes: [string, 'folded' | 'hidden'][]) =>
  layoutMap(map, measureInter, undefined, { lanes: new Map(lanes) });

it('a folded lane is as high as its name, and nothing in it has a place', () => {
  const layout = seen([['sales', 'folded']]);
  expect(layout.lanes.map(({ id }) => id)).toEqual(['sales', 'field', 'pains']);
  expect(layout.lanes[0]?.height).toBe(FOLDED_LANE_HEIGHT);
  expect(layout.cards.map(({ id }) => id)).toEqual(['visit']);
  expect(layout.handoffs).toEqual([]);
  expect(layout.notes.map(({ id }) => id)).toEqual(['too-slow']);
});

it('a hidden lane leaves no gap, and coming back everything is where it was', () => {
  const layout = seen([['field', 'hidden']]);
  expect(layout.lanes.map(({ id }) => id)).toEqual(['sales', 'pains']);
  const [first, second] = layout.lanes;
  expect(second?.y).toBe((first?.y ?? 0) + (first?.height ?? 0));
  expect(layout.handoffs.map(({ id }) => id)).toEqual(['chat:confirm']);
  const whole = layoutMap(map, measureInter);
  expect(layoutMap(map, measureInter, layout)).toEqual(whole);
  expect(layoutMap(map, measureInter, whole, { lanes: new Map([['field', 'hidden']]) })).toEqual(layout);
});
