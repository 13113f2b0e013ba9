/** How long one turn may keep everything else waiting, in milliseconds. */
const LONGEST_TURN = 8;
/** This long after a turn, in milliseconds, an edit comes alone: there is nothing it should wait for. */
const CALM = 2;
/**
 * In a crowd that points at things edits are taken in at most this often, in milliseconds: each costs a message to every
 * one of hundreds, and half of a processor's time would go into those. Nobody sees the difference.
 */
const PAUSE_IN_A_CROWD = 12;

export interface TurnsOptions {
  /** Takes in what has arrived; there may be nothing. */
  readonly take: () => void;
  /** Whether the server has so much to send that edits should wait for each other. */
  readonly isCrowded: () => boolean;
  /** What was taken in has waited for a while. */
  readonly onWaited: () => void;
}

/** When a room takes in the edits that have arrived. */
export class Turns {
  readonly #options: TurnsOptions;
  #isPlanned = false;
  #isUnderWay = false;
  #at = Number.NEGATIVE_INFINITY;
  #overAt = Number.NEGATIVE_INFINITY;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** Something has arrived. @param goOn the turn before had no time for it */
  plan(goOn = false): void {
    // What arrives within a turn belongs to it, or is what the next one goes on with.
    if (this.#isPlanned || this.#isUnderWay) return;
    const now = performance.now();
    const wait = goOn || !this.#options.isCrowded() ? 0 : this.#at + PAUSE_IN_A_CROWD - now;
    // Not since it began: while a turn takes long, what comes meanwhile is there when it is over, and belongs together.
    if (!goOn && wait <= 0 && now - this.#overAt > CALM) {
      this.#take();
      return;
    }
    this.#isPlanned = true;
    const take = () => {
      this.#isPlanned = false;
      this.#take();
    };
    // After everything that the sockets have ready: all of it becomes one transaction, one message and one row.
    if (wait <= 1) setImmediate(take);
    else {
      setTimeout(() => {
        take();
        this.#options.onWaited();
      }, wait);
    }
  }

  #take(): void {
    this.#options.take();
    this.#overAt = performance.now();
  }

  /** Does the work of a turn, which gets the moment at which it should have ended. */
  run<T>(work: (until: number) => T): T {
    this.#at = performance.now();
    this.#isUnderWay = true;
    try {
      return work(this.#at + LONGEST_TURN);
    } finally {
      this.#isUnderWay = false;
    }
  }
}
