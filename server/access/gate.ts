/** More wait at the gate than is reasonable. */
export class GateFull extends Error {}

/** Lets a few through at a time and keeps the others waiting in a line of bounded length. */
export class Gate {
  readonly #atOnce: number;
  readonly #places: number;
  #inside = 0;
  readonly #line: (() => void)[] = [];

  constructor(atOnce: number, places: number) {
    this.#atOnce = atOnce;
    this.#places = places;
  }

  /** Throws `GateFull`, and what the work throws. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside < this.#atOnce) this.#inside++;
    else if (this.#line.length < this.#places) await new Promise<void>((resolve) => this.#line.push(resolve));
    else throw new GateFull('too many wait');
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      // Whoever is next takes over the place; otherwise it becomes free.
      if (next) next();
      else this.#inside--;
    }
  }
}
