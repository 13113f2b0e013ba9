import { expect, it } from 'vitest';
import { freeColor } from '../../../client/people/freeColor.ts';
import { PERSON_COLORS } from '../../../shared/protocol/personColors.ts';

const person = (id: string, color: string) => ({ id, name: id, color });
const [first, second] = PERSON_COLORS;

it('keeps a colour nobody else has, also in a second tab', () => {
  const me = person('me', first);
  expect(freeColor(me, [{ user: person('me', first) }, { user: person('you', second) }])).toBe(first);
});

it('gives up to eight people a colour each, and then their own', () => {
  const here: { user: ReturnType<typeof person> }[] = [];
  for (let number = 0; number < PERSON_COLORS.length; number++) {
    const me = person(`guest ${number}`, first);
    here.push({ user: { ...me, color: freeColor(me, here) } });
  }
  expect(new Set(here.map(({ user }) => user.color))).toEqual(new Set(PERSON_COLORS));
  expect(freeColor(person('one more', second), here)).toBe(second);
});

it('does not send two who came with one colour to the same other one', () => {
  const [ana, ben] = [person('ana', first), person('ben', first)];
  expect(freeColor(ana, [{ user: ben }])).not.toBe(freeColor(ben, [{ user: ana }]));
});
