import { expect, it } from 'vitest';
import { initialsOf } from '../../../client/session/person.ts';

it.each([
  ['Mika Kay', 'MK'],
  ['Guest 12', 'G1'],
  ['jo', 'JO'],
  ['Ana María del Pilar Ruiz', 'AR'],
  ['👩‍💻', '👩‍💻'],
  ['👩‍💻 Kay', '👩‍💻K'],
  ['   ', '?'],
  ['', '?'],
])('shortens %j to %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
