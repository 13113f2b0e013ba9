import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import { Malformed } from '../documents/byteReader.ts';
import type { PresenceEntry } from './frames.ts';
import { presenceFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import { Outbox, type Source, type Wire } from './outbox.ts';
import type { Presence, PresenceHolder } from './presence.ts';
import { type ClientMessage, readMessage, readOwnPresence } from './readMessage.ts';
import { TokenBucket } from './tokenBucket.ts';

/** What a member asks of its room. */
export interface Door {
  readonly presence: Presence;
  readonly source: Omit<Source, 'sendPresenceAgain'>;
  edit(member: Member, update: Uint8Array, answer: boolean): void;
  mark(member: Member, counter: number): void;
  leave(member: Member): void;
  /** A line for the log about somebody who was turned away. */
  note(text: string): void;
}

/** Waits for the room, reads, reads slower for having sent too much, or is no longer listened to. */
type Ear = 'waiting' | 'open' | 'slowed' | 'closed';

/** How long a client id stays refused after its other connection proved to be alive. */
const CLAIM_AGAIN = 2_000;

/** One connection to a room: what it may send, how fast, and in whose name. */
export class Member implements PresenceHolder {
  readonly outbox: Outbox;
  readonly #wire: Wire;
  readonly #door: Door;
  readonly #limits: Limits;
  readonly #edits: TokenBucket;
  readonly #editBytes: TokenBucket;
  readonly #stateRequests: TokenBucket;
  readonly #presenceRate: TokenBucket;
  #ear: Ear = 'waiting';
  #backlog: Uint8Array[] = [];
  #backlogBytes = 0;
  #slowed: NodeJS.Timeout | null = null;
  #client: { readonly id: number; readonly clockOffset: number } | null = null;
  #claim: { entry: PresenceEntry; again: number } | null = null;
  #claiming = false;
  #marks: { readonly counter: number; readonly position: number }[] = [];
  /** Set while an edit of this client waits for one that is missing: nothing is acknowledged meanwhile. */
  #missing: { readonly giveUp: NodeJS.Timeout; mark: number | null } | null = null;

  constructor(wire: Wire, door: Door, limits: Limits) {
    this.#wire = wire;
    this.#door = door;
    this.#limits = limits;
    const now = performance.now();
    this.#edits = new TokenBucket(limits.edits, now);
    this.#editBytes = new TokenBucket(limits.editBytes, now);
    this.#stateRequests = new TokenBucket(limits.stateRequests, now);
    this.#presenceRate = new TokenBucket(limits.presence, now);
    const source: Source = {
      stateVector: () => door.source.stateVector(),
      missing: (since) => door.source.missing(since),
      sendPresenceAgain: () => this.sendPresence(door.presence.entries({ departed: true })),
    };
    this.outbox = new Outbox(wire, source, limits);
    wire.pause();
  }

  /** A binary message from the client. Never throws. */
  receive(bytes: Uint8Array): void {
    if (this.#ear === 'open') this.#handle(bytes);
    else if (this.#ear !== 'closed') this.#keep(bytes);
  }

  #keep(bytes: Uint8Array): void {
    this.#backlog.push(bytes);
    this.#backlogBytes += bytes.length;
    const { waitingMessages, waitingBytes } = this.#limits;
    if (this.#backlog.length > waitingMessages || this.#backlogBytes > waitingBytes) this.close(closeCodes.tryAgain);
  }

  /** The room is there: start listening, with what was said meanwhile. */
  open(): void {
    if (this.#ear !== 'waiting') return;
    this.outbox.resume();
    this.#listen();
  }

  /** The room reads its document again: what comes in waits. */
  wait(): void {
    if (this.#ear === 'closed') return;
    if (this.#slowed) clearTimeout(this.#slowed);
    this.#ear = 'waiting';
    this.outbox.pause();
    this.#wire.pause();
  }

  /** Turns the client away, for good or for now as the code says. */
  close({ code, reason }: CloseReason): void {
    if (this.#ear === 'closed') return;
    this.gone();
    this.#wire.close(code, reason);
  }

  /** The connection has ended. */
  gone(): void {
    if (this.#ear === 'closed') return;
    this.#ear = 'closed';
    this.#backlog = [];
    if (this.#slowed) clearTimeout(this.#slowed);
    if (this.#missing) clearTimeout(this.#missing.giveUp);
    this.outbox.close();
    this.#door.leave(this);
    this.#door.presence.leave(this);
  }

  /** Turns away a client whose message is not taken; `why` completes "refused a message, because ...". */
  refuse(why: string): void {
    if (this.#ear === 'closed') return;
    this.#door.note(`refused a message and closed its connection: ${why}`);
    this.close(closeCodes.badMessage);
  }

  /** What was sent before this counter is in the document; it is on disk when the log has reached the position. */
  addMark(counter: number, position: number): void {
    if (this.#missing) this.#missing.mark = counter;
    else this.#marks.push({ counter, position });
  }

  committed(position: number): void {
    let reached: number | null = null;
    while (this.#marks[0] && this.#marks[0].position <= position) reached = this.#marks.shift()?.counter ?? null;
    if (reached !== null) this.outbox.sendSaved(reached);
  }

  /** The document was read again from the disk: what was on its way to it is asked for once more. */
  forgetMarks(): void {
    const last = this.#marks.at(-1);
    this.#marks = [];
    this.expectMissingEdits();
    if (last && this.#missing) this.#missing.mark ??= last.counter;
  }

  /** Something that this client's edits build on has not arrived; false when it was asked for that already. */
  expectMissingEdits(): boolean {
    if (this.#missing || this.#ear === 'closed') return false;
    const giveUp = setTimeout(() => this.close(closeCodes.missingEdits), this.#limits.missingEdits);
    this.#missing = { giveUp, mark: null };
    return true;
  }

  /** All that was missing is there; answers the mark that had to wait for it. */
  missingEditsArrived(): number | null {
    if (!this.#missing) return null;
    clearTimeout(this.#missing.giveUp);
    const { mark } = this.#missing;
    this.#missing = null;
    return mark;
  }

  sendPresence(entries: readonly PresenceEntry[]): void {
    const own = this.#client;
    // Somebody who came back hears of others only: with the clock others see, it would take its own state for news.
    const others = own && own.clockOffset > 0 ? entries.filter(({ client }) => client !== own.id) : entries;
    if (others.length > 0) this.outbox.sendPresence(presenceFrame(others));
  }

  get hearsSharedPresence(): boolean {
    return this.#client === null || this.#client.clockOffset === 0;
  }

  #listen(): void {
    this.#ear = 'open';
    const backlog = this.#backlog;
    this.#backlog = [];
    this.#backlogBytes = 0;
    // Handling one of them may close the ear again; then `receive` keeps the rest in order.
    for (const bytes of backlog) this.receive(bytes);
    if (this.#ear === 'open') this.#wire.resume();
  }

  #handle(bytes: Uint8Array): void {
    try {
      this.#obey(readMessage(bytes), bytes.length);
    } catch (error) {
      if (error instanceof Malformed) this.refuse(error.message);
      else this.refuse('it cannot be read');
    }
  }

  #obey(message: ClientMessage, size: number): void {
    const now = performance.now();
    switch (message.kind) {
      case 'stateVector':
        if (message.vector.length > this.#limits.stateVector) throw new Malformed('its state vector is too long');
        this.#slowDown(this.#stateRequests.take(1, now));
        this.outbox.answer(message.vector);
        break;
      case 'update':
        this.#slowDown(Math.max(this.#edits.take(1, now), this.#editBytes.take(size, now)));
        if (size <= (message.answer ? this.#limits.largeMessage : this.#limits.message)) {
          this.#door.edit(this, message.update, message.answer);
        } else {
          this.close(closeCodes.tooLarge);
        }
        break;
      case 'saved':
        this.#slowDown(this.#edits.take(1, now));
        this.#door.mark(this, message.counter);
        break;
      case 'presence':
        if (!this.#presenceRate.tryTake(1, now)) return;
        this.#hearPresence(readOwnPresence(message.entries, message.count, this.#mayBe));
        break;
      case 'queryPresence':
        this.#slowDown(this.#stateRequests.take(1, now));
        this.sendPresence(this.#door.presence.entries({ departed: false }));
        break;
      default:
        message satisfies never;
    }
  }

  /** The first client id a connection names is its own from then on. */
  #mayBe = (client: number): boolean => this.#client === null || client === this.#client.id;

  #hearPresence(entry: PresenceEntry | null): void {
    if (!entry || !isPresenceState(entry.state, this.#limits.presenceState)) return;
    const holder = this.#door.presence.holderOf(entry.client);
    if (this.#client) this.#setPresence(entry);
    else if (entry.state === 'null') return;
    else if (holder === null) this.#become(entry);
    else if (holder instanceof Member) void this.#takeOver(entry, holder);
  }

  #become(entry: PresenceEntry): void {
    this.#client = { id: entry.client, clockOffset: this.#door.presence.bind(entry.client, entry.clock, this) };
    this.#claim = null;
    this.#setPresence(entry);
  }

  #setPresence({ client, clock, state }: PresenceEntry): void {
    this.#door.presence.set({ client, clock: clock + (this.#client?.clockOffset ?? 0), state });
  }

  /** After a lost line the old connection may linger: it yields when it no longer answers, and only then. */
  async #takeOver(entry: PresenceEntry, holder: Member): Promise<void> {
    const now = performance.now();
    if (this.#claim && this.#claim.entry.client === entry.client && now < this.#claim.again) return;
    this.#claim = { entry, again: now + CLAIM_AGAIN };
    if (this.#claiming) return;
    this.#claiming = true;
    const alive = await holder.#wire.probe();
    this.#claiming = false;
    if (alive || this.#ear === 'closed' || this.#client) return;
    holder.#wire.drop();
    holder.gone();
    if (this.#claim && this.#door.presence.holderOf(this.#claim.entry.client) === null) this.#become(this.#claim.entry);
  }

  #slowDown(wait: number): void {
    if (wait <= 0 || this.#ear !== 'open') return;
    this.#ear = 'slowed';
    this.#wire.pause();
    this.#slowed = setTimeout(() => {
      this.#slowed = null;
      if (this.#ear === 'slowed') this.#listen();
    }, wait);
  }
}

/** Every page parses what is sent on, so only what parses to an object (or null: gone) is. */
function isPresenceState(state: string, limit: number): boolean {
  if (Buffer.byteLength(state) > limit) return false;
  try {
    const value: unknown = JSON.parse(state);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
