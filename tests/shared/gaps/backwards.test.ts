import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, messages } from './finding.ts';

const drawing = `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      |
    billing |             |            | bill`;

it('[backwards] finds a hand-off to an earlier stage', () => {
  expect(messages(drawMap(drawing, 'sign > visit > bill > sign'), 'backwards')).toEqual([
    '“bill” in the stage “use” leads back to “sign” in “buy”.',
  ]);
});

it('[backwards] is silent inside a stage, and leaves back and forth to ping-pong', () => {
  expect(found(drawMap(drawing, 'bill > visit'), 'backwards')).toEqual([]);
  const doc = drawMap(drawing, 'sign > visit > sign');
  expect(found(doc, 'backwards')).toEqual([]);
  expect(found(doc, 'ping-pong')).toHaveLength(1);
});
