/** Randomness from a seed, so that a test that failed once fails again. */
export interface Random {
  /** A whole number from 0 up to but not including `max`. */
  below(max: number): number;
  chance(probability: number): boolean;
  /** One of them; throws on an empty list, which the caller ought to have asked about. */
  pick<T>(items: readonly T[]): T;
  /** One of them, or null where there is none. */
  maybe<T>(items: readonly T[]): T | null;
  /** Up to `max` different ones, in random order. */
  some<T>(items: readonly T[], max: number): T[];
}

/** Mulberry32: small, fast, and good enough to shuffle with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (max: number) => Math.floor(next() * max);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from');
    return items[below(items.length)] as T;
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    maybe: (items) => (items.length === 0 ? null : pick(items)),
    some(items, max) {
      const rest = [...items];
      const count = Math.min(rest.length, below(max + 1));
      return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)[0] as (typeof rest)[number]);
    },
  };
}

/** The seeds of a test: 1 to `count`; `SEEDS=1000` in the environment plays more. */
export const seeds = (count: number): number[] =>
  Array.from({ length: Number(process.env.SEEDS ?? count) }, (_, index) => index + 1);
