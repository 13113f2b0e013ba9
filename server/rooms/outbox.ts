import { changedFrame, missingFrame, savedFrame, signOfLife, updateFrame } from './frames.ts';
import type { Limits } from './limits.ts';

/** What a room needs of a socket. Nothing here throws. */
export interface Wire {
  /** Bytes that were sent and have not left yet. */
  readonly unsent: number;
  send(bytes: Uint8Array): void;
  /** Stops and resumes reading; messages that are already in memory may still arrive. */
  pause(): void;
  resume(): void;
  close(code: number, reason: string): void;
  /** Ends the connection without waiting for the other side. */
  drop(): void;
  /** Whether the other side still answers. */
  probe(): Promise<boolean>;
}

/** What an outbox needs to bring a receiver up to date again. */
export interface Source {
  stateVector(): Uint8Array;
  missing(since: Uint8Array): Uint8Array;
  /** The messages that bring somebody with this state vector up to date. */
  answer(vector: Uint8Array): readonly Uint8Array[];
  sendPresenceAgain(): void;
}

const CHECK_EVERY = 100;

/**
 * What goes to one client. One that cannot keep up is not waited for and not fed without bound: presence is left
 * out first, then edits. When its line has drained it gets what it lacks in one piece; when nothing moves, it is let go.
 */
export class Outbox {
  readonly #wire: Wire;
  readonly #source: Source;
  readonly #limits: Limits;
  /**
   * Whether the client has asked for the document. Before, an edit would reach it without what the edit builds on:
   * it would keep that aside, and offer us an edit with holes in answer to our own question.
   */
  #asks = false;
  /** Whether it wants to hear of changes without the document. */
  #watches = false;
  /** What the client will know once its backlog has arrived; null while it keeps up. */
  #behindSince: Uint8Array | null = null;
  /** The client asked for what it lacks while it was behind. */
  #asked = false;
  #savedOwed: number | null = null;
  #presenceOwed = false;
  #timer: NodeJS.Timeout | null = null;
  #paused = false;
  #sent = 0;
  #mostDrained = 0;
  #progressAt = 0;
  #sentAt = performance.now();

  constructor(wire: Wire, source: Source, limits: Limits) {
    this.#wire = wire;
    this.#source = source;
    this.#limits = limits;
  }

  get isBehind(): boolean {
    return this.#behindSince !== null;
  }

  sendEdit(frame: Uint8Array): void {
    if (!this.#asks && this.#watches) this.#notice();
    if (!this.#asks || this.#behindSince) return;
    this.#send(frame);
    if (this.#wire.unsent > this.#limits.documentBacklog) this.#fallBehind(this.#source.stateVector());
  }

  /** Answers a client's state vector with what it lacks. */
  answer(vector: Uint8Array): void {
    this.#asks = true;
    if (this.#behindSince) {
      this.#behindSince = vector.slice();
      this.#asked = true;
      return;
    }
    for (const frame of this.#source.answer(vector)) this.#send(frame);
    if (this.#wire.unsent > this.#limits.documentBacklog) this.#fallBehind(this.#source.stateVector());
  }

  /** Sends the whole document to a client that asked for it while the room was loading. */
  sendWhole(frames: readonly Uint8Array[]): void {
    this.#asks = true;
    for (const frame of frames) this.#send(frame);
  }

  /** Whether everything has left. */
  get isDrained(): boolean {
    return this.#wire.unsent === 0;
  }

  /** From now on the client hears that the document has changed, as long as it does not ask for the document. */
  watch(): void {
    this.#watches = true;
  }

  /** One that does not read hears of the first changes; more would tell it nothing. */
  #notice(): void {
    if (this.#wire.unsent < this.#limits.presenceBacklog) this.#send(changedFrame);
  }

  sendPresence(frame: Uint8Array): void {
    if (this.#wire.unsent > this.#limits.presenceBacklog) {
      this.#presenceOwed = true;
      this.#watch();
    } else {
      this.#send(frame);
    }
  }

  sendSaved(counter: number): void {
    if (this.#behindSince) this.#savedOwed = counter;
    else this.#send(savedFrame(counter));
  }

  /** For what is small and rare. */
  sendNotice(frame: Uint8Array): void {
    this.#send(frame);
  }

  /** Keeps a client from taking silence for a dead line. */
  sendSignOfLife(): void {
    if (!this.#behindSince && performance.now() - this.#sentAt >= this.#limits.signOfLife) this.#send(signOfLife);
  }

  /** The document is being read again: nothing can be looked up in it until `resume`. */
  pause(): void {
    this.#paused = true;
    this.close();
  }

  resume(): void {
    this.#paused = false;
    if (this.#behindSince || this.#presenceOwed) this.#watch();
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #send(frame: Uint8Array): void {
    this.#sentAt = performance.now();
    this.#sent += frame.length;
    this.#wire.send(frame);
  }

  #fallBehind(since: Uint8Array): void {
    this.#behindSince = since;
    this.#watch();
  }

  #watch(): void {
    if (this.#timer || this.#paused) return;
    this.#mostDrained = this.#sent - this.#wire.unsent;
    this.#progressAt = performance.now();
    this.#timer = setInterval(() => {
      try {
        this.#check();
      } catch {
        // The document broke and cannot be encoded. A new connection asks for what this one lacks.
        this.close();
        this.#wire.drop();
      }
    }, CHECK_EVERY);
  }

  #check(): void {
    const { unsent } = this.#wire;
    // What has left, not what is left: that may stay the same while as much comes in as goes out.
    const drained = this.#sent - unsent;
    if (drained > this.#mostDrained) {
      this.#mostDrained = drained;
      this.#progressAt = performance.now();
    } else if (performance.now() - this.#progressAt > this.#limits.stalled) {
      this.close();
      this.#wire.drop();
      return;
    }
    if (unsent < this.#limits.presenceBacklog / 4) this.#catchUp();
  }

  #catchUp(): void {
    this.close();
    const since = this.#behindSince;
    this.#behindSince = null;
    if (since) {
      const missing = this.#source.missing(since);
      this.#send(this.#asked ? missingFrame(missing) : updateFrame(missing));
      this.#asked = false;
    }
    if (this.#savedOwed !== null) this.#send(savedFrame(this.#savedOwed));
    this.#savedOwed = null;
    if (this.#presenceOwed) this.#source.sendPresenceAgain();
    this.#presenceOwed = false;
    if (this.#wire.unsent > this.#limits.documentBacklog) this.#fallBehind(this.#source.stateVector());
  }
}
