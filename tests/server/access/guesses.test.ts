import { expect, it } from 'vitest';
import { Guesses, TooManyGuesses } from '../../../server/access/guesses.ts';
import { Rate } from '../../../server/access/rate.ts';

it('an address that has no guesses left takes none from the account it guesses at', async () => {
  const [guesses, addresses, accounts] = [new Guesses(), new Rate(2), new Rate(3)];
  const wrong = (address: string) =>
    guesses.attempt(
      [
        [addresses, address],
        [accounts, 'jo'],
      ],
      async () => false,
      (right) => right,
    );
  await wrong('far');
  await wrong('far');
  for (let more = 0; more < 5; more++) await expect(wrong('far')).rejects.toThrow(TooManyGuesses);
  // The third of the account's own; with it they are used up, wherever one comes from.
  await wrong('near');
  await expect(wrong('elsewhere')).rejects.toThrow(TooManyGuesses);
});
