import { expect, it } from 'vitest';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import type { Evidence } from '../../../shared/model/records.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, rate } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

const backed = (...kinds: Evidence[]) =>
  change(rate(journey(), 1), 'step', 'compare', { evidence: [{ persona: EVERYONE, kinds }] });

it('[feedback-only] finds an emotion that rests on what customers say', () => {
  expect(found(backed('feedback'), 'feedback-only')).toEqual(['compare']);
});

it('[feedback-only] is silent where behaviour backs it too, or alone, or nothing does', () => {
  expect(found(backed('feedback', 'behaviour'), 'feedback-only')).toEqual([]);
  expect(found(backed('behaviour'), 'feedback-only')).toEqual([]);
  expect(found(backed(), 'feedback-only')).toEqual([]);
});
