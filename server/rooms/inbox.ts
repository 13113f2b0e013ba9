import type { Limits } from './limits.ts';
import type { Wire } from './outbox.ts';

/** Waits for the room, reads, reads slower for having sent too much, or is no longer listened to. */
type Ear = 'waiting' | 'open' | 'slowed' | 'closed';

/** Of those who wait for a map so much is read: what a page says when it comes, and whether it goes. */
const READ_WHILE_WAITING = 64 * 1024;

export interface InboxOptions {
  readonly wire: Pick<Wire, 'pause' | 'resume'>;
  readonly limits: Limits;
  readonly hear: (bytes: Uint8Array) => void;
  /** More waits than may. */
  readonly onOverflow: () => void;
}

/** What comes from one client: kept in order while it must wait, and handed on one after the other. */
export class Inbox {
  readonly #options: InboxOptions;
  #ear: Ear = 'waiting';
  #backlog: Uint8Array[] = [];
  #backlogBytes = 0;
  #slowed: NodeJS.Timeout | null = null;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#ear === 'closed';
  }

  /** Whether something was said that waits for the room. */
  get hasWaiting(): boolean {
    return this.#backlog.length > 0;
  }

  receive(bytes: Uint8Array): void {
    if (this.#ear === 'open') this.#options.hear(bytes);
    else if (this.#ear !== 'closed') this.#keep(bytes);
  }

  /** Takes one of those that wait out of the line. Answers whether there was one. */
  take(isIt: (bytes: Uint8Array) => boolean): boolean {
    const at = this.#ear === 'waiting' ? this.#backlog.findIndex(isIt) : -1;
    const [taken] = at === -1 ? [] : this.#backlog.splice(at, 1);
    this.#backlogBytes -= taken?.length ?? 0;
    return taken !== undefined;
  }

  /** The room is there: start listening, with what was said meanwhile. */
  open(): void {
    if (this.#ear === 'waiting') this.#listen();
  }

  /** The room reads its document again: what comes in waits. */
  wait(): void {
    if (this.#ear === 'closed') return;
    if (this.#slowed) clearTimeout(this.#slowed);
    this.#slowed = null;
    this.#ear = 'waiting';
    // Who is not read from cannot be heard to leave either.
    this.#options.wire.resume();
  }

  /** Reads nothing for a while, in milliseconds. */
  slowDown(time: number): void {
    if (time <= 0 || this.#ear !== 'open') return;
    this.#ear = 'slowed';
    this.#options.wire.pause();
    this.#slowed = setTimeout(() => {
      this.#slowed = null;
      if (this.#ear === 'slowed') this.#listen();
    }, time);
  }

  close(): void {
    this.#ear = 'closed';
    this.#backlog = [];
    if (this.#slowed) clearTimeout(this.#slowed);
  }

  #keep(bytes: Uint8Array): void {
    this.#backlog.push(bytes);
    this.#backlogBytes += bytes.length;
    const { waitingMessages, waitingBytes } = this.#options.limits;
    if (this.#backlogBytes > READ_WHILE_WAITING) this.#options.wire.pause();
    if (this.#backlog.length > waitingMessages || this.#backlogBytes > waitingBytes) this.#options.onOverflow();
  }

  #listen(): void {
    this.#ear = 'open';
    const backlog = this.#backlog;
    this.#backlog = [];
    this.#backlogBytes = 0;
    // Handling one of them may close the ear again; then `receive` keeps the rest in order.
    for (const bytes of backlog) this.receive(bytes);
    if (this.#ear === 'open') this.#options.wire.resume();
  }
}
