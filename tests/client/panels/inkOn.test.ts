import { expect, it } from 'vitest';
import { inkOn } from '../../../client/ui/inkOn.ts';
import { PERSON_COLORS } from '../../../shared/protocol/personColors.ts';

it.each([
  ['#000000', '#fff'],
  ['#ffffff', '#000'],
  ['#ffe000', '#000'],
  ['#2668c9', '#fff'],
])('letters on %s are %s', (color, ink) => {
  expect(inkOn(color)).toBe(ink);
});

it('knows an answer for every colour people can choose', () => {
  for (const color of PERSON_COLORS) expect(inkOn(color)).toMatch(/^#(fff|000)$/);
});
