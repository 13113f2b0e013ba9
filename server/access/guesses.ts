import { Gate } from './gate.ts';
import type { Rate } from './rate.ts';

/** It may be tried again in so many seconds. */
export class TooManyGuesses extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many guesses');
    this.seconds = seconds;
  }
}

/**
 * Attempts at a secret. They are counted before they are made and given back when they were right, so a thousand at
 * once are a thousand; and since only two are made at a time, a room full of people who all know it is not refused.
 */
export class Guesses {
  readonly #gate = new Gate(2, 200);

  /** Throws `TooManyGuesses`, `GateFull`, and what the attempt throws. */
  attempt<T>(limits: readonly (readonly [Rate, string])[], make: () => Promise<T>, isRight: (result: T) => boolean) {
    return this.#gate.pass(async () => {
      // Asked of all before any counts it: what one of them refuses is no attempt at the others.
      const wait = Math.max(...limits.map(([rate, key]) => rate.wait(key)));
      if (wait > 0) throw new TooManyGuesses(wait);
      for (const [rate, key] of limits) rate.take(key);
      const result = await make();
      if (isRight(result)) for (const [rate, key] of limits) rate.give(key);
      return result;
    });
  }
}
