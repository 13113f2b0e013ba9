import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeOf, spotAt } from '../../../client/views/priorities/bubblePlaces.ts';

const level = fc.integer({ min: 1, max: 5 });

it('a bubble stands in the cell of its levels, however many share it', () => {
  fc.assert(
    fc.property(level, level, fc.integer({ min: 1, max: 30 }), fc.nat(), (effort, impact, of, some) => {
      expect(spotAt(placeOf({ effort, impact, of, nth: some % of }))).toEqual({ effort, impact });
    }),
  );
});

it('wherever it is dropped, the levels are between 1 and 5', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (left, bottom) => {
        const { effort, impact } = spotAt({ left, bottom });
        for (const value of [effort, impact]) expect(value >= 1 && value <= 5 && Number.isInteger(value)).toBe(true);
      },
    ),
  );
});
