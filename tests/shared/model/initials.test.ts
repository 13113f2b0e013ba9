import { expect, it } from 'vitest';
import { initialsOf } from '../../../shared/model/initials.ts';

it.each([
  ['Mika Kay', 'MK'],
  ['Guest 12', 'G1'],
  ['jo', 'JO'],
  ['佐藤花子', '佐藤'],
  ['Ana María de la Vega', 'AV'],
  ['Web team (assumed)', 'WT'],
  ['Customer Relations', 'CR'],
  ['R&D', 'RD'],
  ['(external)', '?'],
  ['Ana María del Pilar Ruiz', 'AR'],
  ['👩‍💻', '👩‍💻'],
  ['👩‍💻 Kay', '👩‍💻K'],
  ['   ', '?'],
  ['', '?'],
])('shortens %j to %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
