import { expect, it } from 'vitest';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { gapsWithAnswers } from '../../../shared/gaps/answers.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { mapPicture } from '../../../shared/insights/mapPicture.ts';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { aMap, must } from '../../support/mapBuilder.ts';

const today = '2026-11-14';
const feels = (doc: ReturnType<typeof aMap>, step: number, value: number) =>
  must(doc, rateEmotion, { step: idOf(`step-${step}`), persona: EVERYONE, value });

it('an empty map has an empty curve and no gaps', () => {
  expect(mapPicture(readMap(newMapDoc('')), today)).toEqual({ curve: [], gaps: 0 });
});

it('the curve has a point a step, and none where nobody said how it feels', () => {
  const doc = aMap(['ask', 'buy', 'use']);
  feels(doc, 1, 2);
  feels(doc, 3, -1);
  expect(mapPicture(readMap(doc), today).curve).toEqual([2, null, -1]);
});

it('of a long journey the lows are never lost', () => {
  const doc = aMap(Array.from({ length: 200 }, (_, i) => `touch-${i}`));
  for (let step = 1; step <= 200; step++) feels(doc, step, step === 137 ? -2 : 1);
  const { curve } = mapPicture(readMap(doc), today);
  expect(curve.length).toBeLessThan(60);
  expect(curve.filter((value) => value === -2)).toHaveLength(1);
});

it('a gap that was dismissed does not count', () => {
  let last = 0;
  const doc = sampleMap('broadband', { newId: () => `item-${++last}`, today, clientId: 1 });
  const before = mapPicture(readMap(doc), today).gaps;
  const open = gapsWithAnswers(readMap(doc), findGaps(readMap(doc), today)).find(({ number }) => number !== null);
  if (!open) throw new Error('the sample has no gap');
  must(doc, answerGap, { finding: open.id, answer: { status: 'dismissed', reason: 'Known' } });
  expect(mapPicture(readMap(doc), today).gaps).toBe(before - 1);
});
