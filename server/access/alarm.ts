/** Never sleeps longer than this: timers of Node cannot wait for months, and clocks are set. */
const LONGEST = 3_600_000;

/** Does something when the earliest of several moments has come; which that is, it asks each time anew. */
export class Alarm {
  readonly #ring: () => Promise<number | null>;
  #timer: NodeJS.Timeout | null = null;
  #at = Number.POSITIVE_INFINITY;
  #stopped = false;

  /** `ring` does what is due and answers when it wants to be called next; null: some time. It must not throw. */
  constructor(ring: () => Promise<number | null>) {
    this.#ring = ring;
  }

  /** Something may be due earlier than it looked before. */
  set(at: number): void {
    if (this.#stopped || (this.#timer && at >= this.#at)) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#at = at;
    const wait = Math.min(Math.max(at - Date.now(), 0), LONGEST);
    this.#timer = setTimeout(() => void this.#now(), wait).unref();
  }

  async #now(): Promise<void> {
    this.#timer = null;
    const next = await this.#ring();
    this.set(next ?? Number.POSITIVE_INFINITY);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }
}
