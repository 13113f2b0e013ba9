import { TokenBucket } from '../rooms/tokenBucket.ts';

/** A meeting behind one address comes back at once after a restart, with two documents each; a flood is more. */
const COMING = { perSecond: 100, burst: 2_000 };
/** An address that is quiet for so long has a full bucket again, and need not be remembered, in milliseconds. */
const FORGOTTEN = 60_000;

interface Coming {
  readonly bucket: TokenBucket;
  sockets: number;
  seen: number;
}

/**
 * How many document sockets come from each address, and how fast, counted before anybody is asked who they are; then
 * the same of each person.
 */
export class Crowd {
  readonly #most: number;
  readonly #coming = new Map<string, Coming>();
  #cleaned = performance.now();

  constructor(most: number) {
    this.#most = most;
  }

  /** A place for one more socket of an address or a person, to be left once; null when there are too many. */
  enter(address: string): { leave: () => void } | null {
    const now = performance.now();
    this.#clean(now);
    const coming = this.#coming.get(address) ?? { bucket: new TokenBucket(COMING, now), sockets: 0, seen: now };
    this.#coming.set(address, coming);
    coming.seen = now;
    if (coming.sockets >= this.#most || !coming.bucket.tryTake(1, now)) return null;
    coming.sockets++;
    return {
      leave: () => {
        coming.sockets--;
      },
    };
  }

  /** How many addresses, or people, have at least one. */
  get present(): number {
    let present = 0;
    for (const { sockets } of this.#coming.values()) if (sockets > 0) present++;
    return present;
  }

  #clean(now: number): void {
    if (now - this.#cleaned < FORGOTTEN) return;
    this.#cleaned = now;
    for (const [address, { sockets, seen }] of this.#coming) {
      if (sockets === 0 && now - seen > FORGOTTEN) this.#coming.delete(address);
    }
  }
}
