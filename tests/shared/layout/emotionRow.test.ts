import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { smoothPath } from '../../../shared/layout/curve.ts';
import { emotionAt } from '../../../shared/layout/hit.ts';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import type { Point } from '../../../shared/layout/mapLayout.ts';
import { EMOTION_ROW_HEIGHT } from '../../../shared/layout/sizes.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { aMap, must } from '../../support/mapBuilder.ts';

/** The curve's own points, sampled: [start, control, control, end] of each piece. */
function samplesOf(path: string): { piece: number; y: number }[] {
  return path.split('M').flatMap((run) => {
    const [start = '', ...pieces] = run.split('C');
    let [, y0 = 0] = start.split(' ').map(Number);
    return pieces.flatMap((text, piece) => {
      const [, y1 = 0, , y2 = 0, , y3 = 0] = text.split(' ').map(Number);
      const from = y0;
      y0 = y3;
      return Array.from({ length: 11 }, (_, i) => {
        const t = i / 10;
        const y = (1 - t) ** 3 * from + 3 * (1 - t) ** 2 * t * y1 + 3 * (1 - t) * t * t * y2 + t ** 3 * y3;
        return { piece, y };
      });
    });
  });
}

it('never shows a feeling beyond what was given on either side', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(heights, fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 12, maxLength: 12 }), (ys, widths) => {
      const xOf = (index: number) => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
      const points = ys.map((y, index): Point => ({ x: xOf(index), y }));
      for (const { piece, y } of samplesOf(smoothPath(points))) {
        expect(y).toBeGreaterThanOrEqual(Math.min(ys[piece]!, ys[piece + 1]!) - 0.2);
        expect(y).toBeLessThanOrEqual(Math.max(ys[piece]!, ys[piece + 1]!) + 0.2);
      }
    }),
  );
});

it('stays within its row', () => {
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      const { emotion } = layoutMap(readMap(doc), measureInter);
      for (const { points, path } of [...emotion.curves, ...(emotion.belief ? [emotion.belief] : [])]) {
        for (const { y } of [...points, ...samplesOf(path)]) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(EMOTION_ROW_HEIGHT);
        }
      }
    }),
  );
});

it('is interrupted where nobody rated a step', () => {
  const doc = aMap(['a', 'b', 'c', 'd']);
  for (const step of ['step-1', 'step-2', 'step-4']) {
    must(doc, rateEmotion, { step: idOf(step), persona: 'everyone', value: 1 });
  }
  const { curves, belief } = layoutMap(readMap(doc), measureInter).emotion;
  expect(curves).toHaveLength(1);
  expect(curves[0]!.points.map(({ step }) => step)).toEqual(['step-1', 'step-2', 'step-4']);
  expect(curves[0]!.path.match(/M/g)).toHaveLength(2);
  expect(belief).toBeNull();
});

it('follows everyone where a persona has no rating of its own', () => {
  const doc = aMap(['a', 'b']);
  must(doc, addPersona, { id: idOf('senior'), fields: { name: 'Senior' } });
  must(doc, addPersona, { id: idOf('silent'), fields: { name: 'Silent' } });
  for (const step of ['step-1', 'step-2']) must(doc, rateEmotion, { step: idOf(step), persona: 'everyone', value: 1 });
  must(doc, rateEmotion, { step: idOf('step-2'), persona: idOf('senior'), value: -2 });
  const { curves } = layoutMap(readMap(doc), measureInter).emotion;
  expect(curves.map(({ persona }) => persona)).toEqual(['everyone', 'senior']);
  expect(curves[1]!.points.map(({ value, own }) => [value, own])).toEqual([
    [1, false],
    [-2, true],
  ]);
});

it('draws what the company believes', () => {
  const doc = aMap(['a', 'b']);
  must(doc, changeItems, changeOf('step', 'step-2', { belief: 2 }));
  const { belief } = layoutMap(readMap(doc), measureInter).emotion;
  expect(belief?.points).toMatchObject([{ step: 'step-2', value: 2 }]);
});

it('reads a dragged point as a whole emotion', () => {
  const doc = aMap(['a']);
  for (const value of [-2, -1, 0, 1, 2]) {
    must(doc, rateEmotion, { step: idOf('step-1'), persona: 'everyone', value });
    const layout = layoutMap(readMap(doc), measureInter);
    const { y } = layout.emotion.curves[0]!.points[0]!;
    for (const off of [-9, 0, 9]) expect(emotionAt(layout, y + off)).toBe(value);
  }
  const layout = layoutMap(readMap(doc), measureInter);
  expect([emotionAt(layout, -500), emotionAt(layout, 500)]).toEqual([2, -2]);
});
