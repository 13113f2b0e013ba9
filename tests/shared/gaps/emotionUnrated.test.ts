import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, rate } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compares | orders | use: waits | settles
    sales | chat          | sign   |            |
    field |               |        | visit      | test`);

it('[emotion-unrated] finds the steps that were forgotten once most are rated', () => {
  expect(found(rate(journey(), 1, 1, null, 1), 'emotion-unrated')).toEqual(['waits']);
});

it('[emotion-unrated] waits while the team is still rating, and while a title is being typed', () => {
  expect(found(rate(journey(), 1, 1), 'emotion-unrated')).toEqual([]);
  expect(found(change(rate(journey(), 1, 1, null, 1), 'step', 'waits', { title: '' }), 'emotion-unrated')).toEqual([]);
});

it('[emotion-unrated] is silent about what the company does behind the scenes', () => {
  const doc = change(rate(journey(), 1, 1, null, 1), 'touchpoint', 'visit', { channel: 'internal' });
  expect(found(doc, 'emotion-unrated')).toEqual([]);
});
