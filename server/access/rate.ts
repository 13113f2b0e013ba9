/** So many keys are remembered at most; beyond that those that have cooled down are forgotten first. */
const KEYS = 50_000;

/** So much of something in a span of time, for each key by itself. */
export class Rate {
  readonly #limit: number;
  readonly #span: number;
  readonly #used = new Map<string, { count: number; until: number }>();

  constructor(limit: number, span = 60_000) {
    this.#limit = limit;
    this.#span = span;
  }

  /** Counts one. Answers 0, or in how many seconds it may be tried again. */
  take(key: string, now = Date.now()): number {
    const used = this.#used.get(key);
    if (!used || used.until <= now) {
      if (this.#used.size >= KEYS) this.#forget(now);
      this.#used.set(key, { count: 1, until: now + this.#span });
      return 0;
    }
    const wait = this.wait(key, now);
    if (wait === 0) used.count++;
    return wait;
  }

  /** In how many seconds one would be let through; 0: now. */
  wait(key: string, now = Date.now()): number {
    const used = this.#used.get(key);
    const full = used && used.until > now && used.count >= this.#limit;
    return full ? Math.max(1, Math.ceil((used.until - now) / 1000)) : 0;
  }

  /** What was counted turned out to be nothing to count. */
  give(key: string): void {
    const used = this.#used.get(key);
    if (used && used.count > 0) used.count--;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#used) if (until <= now) this.#used.delete(key);
    for (const key of this.#used.keys()) {
      if (this.#used.size < KEYS) break;
      this.#used.delete(key);
    }
  }
}
