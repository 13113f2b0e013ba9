import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      |
    billing |             |            | bill, file
    keep    |             |            | offer`,
    'sign > visit > bill > file > offer',
  );

it('[wait-untargeted] finds a wait between departments that is known and was never agreed', () => {
  const doc = change(journey(), 'handoff', 'sign:visit', { waitActual: 30 });
  expect(messages(doc, 'wait-untargeted')).toEqual([
    'sales and field have not agreed how long it may take from “sign” to “visit”. It takes 30 hours.',
  ]);
});

it('[wait-untargeted] finds the one that was forgotten where most are agreed', () => {
  const doc = change(change(journey(), 'handoff', 'sign:visit', { waitTarget: 24 }), 'handoff', 'visit:bill', {
    waitTarget: 24,
  });
  expect(found(doc, 'wait-untargeted')).toEqual(['file:offer']);
});

it('[wait-untargeted] is silent while nobody speaks of waits, and inside a department', () => {
  expect(found(journey(), 'wait-untargeted')).toEqual([]);
  expect(found(change(journey(), 'handoff', 'bill:file', { waitActual: 9 }), 'wait-untargeted')).toEqual([]);
});
