import fc from 'fast-check';
import type * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import type { Place } from '../../shared/model/records.ts';
import { writeNew } from '../../shared/model/writeRecord.ts';

const titles = fc.oneof(
  { weight: 5, arbitrary: fc.lorem({ maxCount: 8 }) },
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constant(''),
  fc.constant('unbreakable'.repeat(46)),
  fc.constant('顧客が最初の請求書について電話する。'.repeat(12)),
);
const cells = fc.record({ step: fc.nat({ max: 999 }), lane: fc.nat({ max: 999 }), title: titles });

const shapes = fc.record({
  stages: fc.array(fc.nat({ max: 4 }), { maxLength: 4, size: 'max' }),
  steps: fc.array(
    fc.record({
      title: titles,
      momentOfTruth: fc.boolean(),
      emotion: fc.option(fc.integer({ min: -2, max: 2 })),
      belief: fc.option(fc.integer({ min: -2, max: 2 })),
      angry: fc.option(fc.integer({ min: -2, max: 2 })),
    }),
    { minLength: 16, maxLength: 16 },
  ),
  lanes: fc.array(
    fc.record({
      title: titles,
      kind: fc.constantFrom('department', 'department', 'notes'),
      visibility: fc.constantFrom('frontstage', 'backstage', 'support'),
    }),
    { maxLength: 5, size: 'max' },
  ),
  touchpoints: fc.array(cells, { maxLength: 30, size: 'max' }),
  notes: fc.array(cells, { maxLength: 8, size: 'max' }),
  handoffs: fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })), { maxLength: 40, size: 'max' }),
});
export type MapShape = typeof shapes extends fc.Arbitrary<infer Shape> ? Shape : never;

const keyOf = (index: number) => `a${String.fromCharCode(65 + index)}`;

/**
 * Any map as far as layout sees it: touchpoints in notes lanes, hand-offs to nowhere or to themselves, twins, and
 * places whose step or lane does not exist, as concurrent edits leave them.
 */
export const arbitraryMap: fc.Arbitrary<Y.Doc> = shapes.map(buildMap);

function buildMap(shape: MapShape): Y.Doc {
  const doc = newMapDoc('Any map', 1);
  doc.transact(() => {
    writeNew(doc, 'personas', 'angry', { name: 'Angry', order: 'a1' });
    let steps = 0;
    for (const [index, count] of shape.stages.entries()) {
      writeNew(doc, 'stages', `stage${index}`, { title: `Stage ${index}`, order: keyOf(index) });
      for (let i = 0; i < count; i++, steps++) {
        const { title, momentOfTruth, belief, emotion, angry } = shape.steps[steps]!;
        const emotions = [
          ...(emotion === null ? [] : [{ persona: 'everyone', value: emotion }]),
          ...(angry === null ? [] : [{ persona: 'angry', value: angry }]),
        ];
        const stage = idOf(`stage${index}`);
        writeNew(doc, 'steps', `step${steps}`, { title, momentOfTruth, belief, emotions, stage, order: keyOf(steps) });
      }
    }
    for (const [index, lane] of shape.lanes.entries())
      writeNew(doc, 'lanes', `lane${index}`, { ...lane, order: keyOf(index) });
    // One more than there is: some places are gone.
    const placeOf = (cell: { step: number; lane: number }): Place => ({
      step: idOf(`step${cell.step % (steps + 1)}`),
      lane: idOf(`lane${cell.lane % (shape.lanes.length + 1)}`),
    });
    for (const [i, cell] of shape.touchpoints.entries()) {
      writeNew(doc, 'touchpoints', `t${i}`, { title: cell.title, place: placeOf(cell), order: keyOf(i) });
    }
    for (const [i, cell] of shape.notes.entries()) {
      writeNew(doc, 'notes', `n${i}`, { text: cell.title, place: placeOf(cell), order: keyOf(i) });
    }
    const touchpoints = shape.touchpoints.length + 1;
    for (const [i, [from, to]] of shape.handoffs.entries()) {
      writeNew(doc, 'handoffs', `h${i}`, { from: idOf(`t${from % touchpoints}`), to: idOf(`t${to % touchpoints}`) });
    }
  });
  return doc;
}
