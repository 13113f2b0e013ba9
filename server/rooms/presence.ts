import type { PresenceEntry } from './frames.ts';

/** Somebody who receives presence; the room's members. */
export interface PresenceHolder {
  sendPresence(entries: readonly PresenceEntry[]): void;
}

/** How long it is remembered that somebody left, for those whose line was too slow to be told at once. */
const REMEMBER_DEPARTED = 60_000;
/** Two people alone see each other move as it happens: there is nothing to gather. */
const PAIR = 2;
/**
 * From here on everybody's cursor is more than a screen can show anyway, and what is sent grows with the square. Not
 * more than this: a cursor then is on everybody's screen within 80 ms.
 */
const MANY_PEOPLE = 100;
const SLOWER_FOR_MANY = 1.65;

interface Known {
  clock: number;
  state: string;
  holder: PresenceHolder | null;
  /** When the holder left. */
  leftAt: number;
}

/**
 * Who is in a room and what they point at: the newest state of each client id, sent to everybody in one message, the
 * first at once and the following at most every `pause` milliseconds; to a pair always at once.
 */
export class Presence {
  readonly #known = new Map<number, Known>();
  readonly #changed = new Set<number>();
  readonly #pause: number;
  readonly #broadcast: (entries: readonly PresenceEntry[]) => void;
  #timer: NodeJS.Timeout | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  /** How many can be seen; the departed are known for a while longer. */
  #present = 0;

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
    this.#become(known, state);
    this.#announce(client);
  }

  #become(known: Known, state: string): void {
    this.#present += Number(state !== 'null') - Number(known.state !== 'null');
    known.state = state;
  }

  leave(holder: PresenceHolder): void {
    for (const [client, known] of this.#known) {
      if (known.holder !== holder) continue;
      known.holder = null;
      known.leftAt = performance.now();
      // The same clock: others take a departure at the clock they know, and the next state of this client as newer.
      if (known.state !== 'null') {
        this.#become(known, 'null');
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

  /** Whether so many point at things right now that what they point at is most of what is sent. */
  get isCrowded(): boolean {
    return this.#present > MANY_PEOPLE && performance.now() - this.#sentAt < 2 * this.#pauseNow();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed.clear();
  }

  #announce(client: number): void {
    this.#changed.add(client);
    const wait = this.#sentAt + this.#pauseNow() - performance.now();
    if (wait <= 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), wait);
  }

  #pauseNow(): number {
    if (this.#present <= PAIR) return 0;
    return this.#present > MANY_PEOPLE ? this.#pause * SLOWER_FOR_MANY : this.#pause;
  }

  #send(): void {
    if (this.#timer) clearTimeout(this.#timer);
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
