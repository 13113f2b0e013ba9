import type { PresenceEntry } from './frames.ts';

/** Somebody who receives presence; the room's members. */
export interface PresenceHolder {
  sendPresence(entries: readonly PresenceEntry[]): void;
}

/** How long it is remembered that somebody left, for those whose line was too slow to be told at once. */
const REMEMBER_DEPARTED = 60_000;
/** From here on everybody's cursor is more than a screen can show anyway, and the frames grow with the square. */
const MANY_PEOPLE = 100;

interface Known {
  clock: number;
  state: string;
  holder: PresenceHolder | null;
  /** When the holder left. */
  leftAt: number;
}

/**
 * Who is in a room and what they point at: the newest state of each client id, sent to everybody in one message, the
 * first at once and the following at most every `pause` milliseconds.
 */
export class Presence {
  readonly #known = new Map<number, Known>();
  readonly #changed = new Set<number>();
  readonly #pause: number;
  readonly #broadcast: (entries: readonly PresenceEntry[]) => void;
  #timer: NodeJS.Timeout | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(options: { pause: number; broadcast: (entries: readonly PresenceEntry[]) => void }) {
    this.#pause = options.pause;
    this.#broadcast = options.broadcast;
  }

  holderOf(client: number): PresenceHolder | null {
    return this.#known.get(client)?.holder ?? null;
  }

  /**
   * Gives a client id to a holder. Answers what to add to the clocks of this connection: others ignore a clock they
   * have seen, and a client that comes back begins with the one it left with.
   */
  bind(client: number, clock: number, holder: PresenceHolder): number {
    const before = this.#known.get(client);
    if (before) {
      before.holder = holder;
      return Math.max(0, before.clock + 1 - clock);
    }
    this.#known.set(client, { clock: -1, state: 'null', holder, leftAt: 0 });
    return 0;
  }

  /** The clock is the one others get to see. Older news than what is known changes nothing. */
  set({ client, clock, state }: PresenceEntry): void {
    const known = this.#known.get(client);
    if (!known || clock < known.clock || (clock === known.clock && state !== 'null')) return;
    if (state === 'null' && known.state === 'null') return;
    known.clock = clock;
    known.state = state;
    this.#announce(client);
  }

  leave(holder: PresenceHolder): void {
    for (const [client, known] of this.#known) {
      if (known.holder !== holder) continue;
      known.holder = null;
      known.leftAt = performance.now();
      // The same clock: others take a departure at the clock they know, and the next state of this client as newer.
      if (known.state !== 'null') {
        known.state = 'null';
        this.#announce(client);
      }
    }
    this.#forgetDeparted();
  }

  /** Everybody who is here; with the departed for somebody who may have missed that they went. */
  entries(options: { departed: boolean }): PresenceEntry[] {
    return [...this.#known]
      .filter(([, { state, clock }]) => clock >= 0 && (options.departed || state !== 'null'))
      .map(([client, { clock, state }]) => ({ client, clock, state }));
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
  }

  #announce(client: number): void {
    this.#changed.add(client);
    if (this.#timer) return;
    const pause = this.#known.size > MANY_PEOPLE ? this.#pause * 2.5 : this.#pause;
    const wait = this.#sentAt + pause - performance.now();
    if (wait <= 0) this.#send();
    else this.#timer = setTimeout(() => this.#send(), wait);
  }

  #send(): void {
    this.#timer = null;
    this.#sentAt = performance.now();
    const entries: PresenceEntry[] = [];
    for (const client of this.#changed) {
      const known = this.#known.get(client);
      if (known) entries.push({ client, clock: known.clock, state: known.state });
    }
    this.#changed.clear();
    this.#broadcast(entries);
  }

  #forgetDeparted(): void {
    const before = performance.now() - REMEMBER_DEPARTED;
    for (const [client, { holder, leftAt }] of this.#known) {
      if (holder === null && leftAt < before) this.#known.delete(client);
    }
  }
}
