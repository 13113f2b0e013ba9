import { expect, it } from 'vitest';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, messages, rate } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[no-evidence] says once that a map has no evidence at all', () => {
  const doc = rate(journey(), 1, 0, -1);
  expect(messages(doc, 'no-evidence')).toEqual([
    'None of the 3 emotions on this map is backed by feedback or behaviour.',
  ]);
  expect(gapsOf(doc).find(({ rule }) => rule === 'no-evidence')?.items).toHaveLength(3);
});

it('[no-evidence] finds single steps once others are backed', () => {
  const doc = change(rate(journey(), 1, 0, -1), 'step', 'order', {
    evidence: [{ persona: EVERYONE, kinds: ['behaviour'] }],
  });
  expect(found(doc, 'no-evidence')).toEqual(['install', 'compare']);
});

it('[no-evidence] waits for three ratings', () => {
  expect(found(rate(journey(), 1, 0), 'no-evidence')).toEqual([]);
});
