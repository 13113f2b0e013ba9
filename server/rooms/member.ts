import type { VisiblePerson } from '../../shared/protocol/access.ts';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Visitor } from '../access/access.ts';
import { Malformed } from '../documents/byteReader.ts';
import type { Refusal } from '../metrics/meter.ts';
import { PresenceMessage, youFrame } from './frames.ts';
import { Inbox } from './inbox.ts';
import type { Limits } from './limits.ts';
import { Outbox, type Source, type Wire } from './outbox.ts';
import { OwnPresence, type Speaker } from './ownPresence.ts';
import type { Presence, PresenceHolder } from './presence.ts';
import { asksForAll, type ClientMessage, readMessage, readOwnPresence } from './readMessage.ts';
import { Receipts } from './receipts.ts';
import { TokenBucket } from './tokenBucket.ts';

/** What a member asks of its room. */
export interface Door {
  readonly presence: Presence;
  readonly source: Omit<Source, 'sendPresenceAgain'>;
  edit(member: Member, update: Uint8Array, answer: boolean): void;
  mark(member: Member, counter: number): void;
  /** Whether this client id may be this person's. */
  mayBe(client: number, person: string): boolean;
  bind(client: number, person: string): void;
  leave(member: Member): void;
  /** A line for the log about somebody who was turned away, and the word under which such cases are counted. */
  refused(why: Refusal, text: string): void;
  /** A line for the log. */
  note(text: string): void;
}

/** Who comes, and as what. */
export interface Guest {
  readonly visitor: Visitor;
  readonly role: Role;
  /** Whether this role's edits of this document are taken. */
  readonly mayWrite: boolean;
}

/** The update that changes nothing, which clients send in answer to a state vector. */
const EMPTY_UPDATE = 2;
/** How long somebody who loses the right to write waits for word of what was written before. */
const LAST_WORD = 500;

/** One connection to a room: what it may send, how fast, and in whose name. */
export class Member implements Speaker {
  readonly outbox: Outbox;
  readonly role: Role;
  readonly mayWrite: boolean;
  readonly receipts: Receipts;
  readonly #wire: Wire;
  readonly #door: Door;
  readonly #limits: Limits;
  readonly #inbox: Inbox;
  readonly #presence: OwnPresence;
  readonly #rates: Record<'edits' | 'editBytes' | 'stateRequests' | 'presence' | 'ignored', TokenBucket>;
  #visitor: Visitor;
  #dismissed: { readonly reason: CloseReason; readonly timer: NodeJS.Timeout } | null = null;

  constructor(wire: Wire, guest: Guest, door: Door, limits: Limits) {
    this.#wire = wire;
    this.#door = door;
    this.#limits = limits;
    this.#visitor = guest.visitor;
    this.role = guest.role;
    this.mayWrite = guest.mayWrite;
    const now = performance.now();
    this.#rates = {
      edits: new TokenBucket(limits.edits, now),
      editBytes: new TokenBucket(limits.editBytes, now),
      stateRequests: new TokenBucket(limits.stateRequests, now),
      presence: new TokenBucket(limits.presence, now),
      ignored: new TokenBucket(limits.ignored, now),
    };
    const onOverflow = () => this.close(closeCodes.tryAgain);
    this.#inbox = new Inbox({ wire, limits, hear: (bytes) => this.#hear(bytes), onOverflow });
    this.#presence = new OwnPresence({
      speaker: this,
      presence: door.presence,
      longest: limits.presenceState,
      mayBe: (client) => door.mayBe(client, this.#visitor.id),
      onBound: (client) => door.bind(client, this.#visitor.id),
    });
    const sendPresenceAgain = () => this.sendPresence(door.presence.entries({ departed: true }));
    const { source } = door;
    this.outbox = new Outbox(wire, { ...source, sendPresenceAgain }, limits);
    this.receipts = new Receipts(limits.missingEdits, () => this.close(closeCodes.missingEdits));
    this.outbox.sendNotice(youFrame({ role: this.role, person: this.person }));
  }

  get visitor(): Visitor {
    return this.#visitor;
  }

  get person(): VisiblePerson {
    const { id, name, color } = this.#visitor;
    return { id, name, color };
  }

  /** The client id this connection has made known as its own. */
  get client(): number | null {
    return this.#presence.client;
  }

  get isGone(): boolean {
    return this.#inbox.isClosed;
  }

  /** A binary message from the client. Never throws. */
  receive(bytes: Uint8Array): void {
    this.#inbox.receive(bytes);
  }

  /** The room is still loading: whether the client has said already what it came for. */
  get hasSpoken(): boolean {
    return this.#inbox.hasWaiting;
  }

  /** The room is still loading: gives the whole document to a client that has asked for it. Answers whether it had. */
  sendWhole(frames: readonly Uint8Array[]): boolean {
    if (!this.#inbox.take(asksForAll)) return false;
    this.outbox.sendWhole(frames);
    return true;
  }

  /** The room is there. */
  open(): void {
    if (this.isGone || this.#dismissed) return;
    this.outbox.resume();
    this.#inbox.open();
  }

  /** The room reads its document again. */
  wait(): void {
    if (this.isGone) return;
    this.#inbox.wait();
    this.outbox.pause();
  }

  /** Turns the client away, for good or for now as the code says. */
  close({ code, reason }: CloseReason): void {
    if (this.isGone) return;
    this.gone();
    this.#wire.close(code, reason);
  }

  /**
   * Turns away somebody whose role has changed. What was taken in from them is taken in, so they first hear that it is
   * saved: what they are not told of now, they will set aside.
   */
  dismiss(reason: CloseReason): void {
    if (this.isGone || this.#dismissed) return;
    const timer = setTimeout(() => this.close(reason), LAST_WORD);
    this.#dismissed = { reason, timer };
    this.#inbox.wait();
    this.#closeWhenTold();
  }

  /** The connection has ended. */
  gone(): void {
    if (this.isGone) return;
    if (this.#dismissed) clearTimeout(this.#dismissed.timer);
    this.#inbox.close();
    this.receipts.close();
    this.outbox.close();
    this.#door.leave(this);
    this.#door.presence.leave(this);
  }

  /** Turns away a client whose message is not taken; `text` completes "refused a message, because ...". */
  refuse(text: string, why: Refusal = 'malformed'): void {
    if (this.isGone) return;
    this.#door.refused(why, `refused a message and closed its connection: ${text}`);
    this.close(closeCodes.badMessage);
  }

  /** The log has reached this position. */
  committed(position: number): void {
    const reached = this.receipts.reached(position);
    if (reached !== null) this.outbox.sendSaved(reached);
    this.#closeWhenTold();
  }

  /** The person has another name or colour. */
  renamed(visitor: Visitor): void {
    this.#visitor = visitor;
    this.#presence.renamed();
  }

  sendPresence(entries: Parameters<PresenceHolder['sendPresence']>[0]): void {
    if (entries.length > 0) this.hearPresence(new PresenceMessage(entries));
  }

  hearPresence(message: PresenceMessage): void {
    const own = this.#presence.hearsOthersOnly ? this.#presence.client : null;
    const frame = own === null ? message.everybody : message.without(own);
    if (frame) this.outbox.sendPresence(frame);
  }

  probe(): Promise<boolean> {
    return this.#wire.probe();
  }

  giveUp(): void {
    this.#wire.drop();
    this.gone();
  }

  #closeWhenTold(): void {
    if (this.#dismissed && !this.receipts.isOwed) this.close(this.#dismissed.reason);
  }

  #hear(bytes: Uint8Array): void {
    try {
      this.#obey(readMessage(bytes), bytes.length);
    } catch (error) {
      if (error instanceof Malformed) this.refuse(error.message);
      else {
        // Not the client's doing: the document cannot be encoded, for example. A new connection may find it whole.
        this.#door.note(`failed on a message: ${error instanceof Error ? error.message : String(error)}`);
        this.close(closeCodes.tryAgain);
      }
    }
  }

  #obey(message: ClientMessage, size: number): void {
    const now = performance.now();
    const { stateRequests, edits, editBytes, presence } = this.#rates;
    switch (message.kind) {
      case 'stateVector':
        if (message.vector.length > this.#limits.stateVector) throw new Malformed('its state vector is too long');
        this.#inbox.slowDown(stateRequests.take(1, now));
        this.outbox.answer(message.vector);
        break;
      case 'update':
        this.#inbox.slowDown(Math.max(edits.take(1, now), editBytes.take(size, now)));
        this.#hearUpdate(message, size);
        break;
      case 'saved':
        this.#inbox.slowDown(edits.take(1, now));
        if (this.mayWrite) this.#door.mark(this, message.counter);
        break;
      case 'presence':
        if (presence.tryTake(1, now)) this.#hearPresence(message);
        break;
      case 'watch':
        this.outbox.watch();
        break;
      case 'queryPresence':
        this.#inbox.slowDown(stateRequests.take(1, now));
        this.sendPresence(this.#door.presence.entries({ departed: false }));
        break;
      default:
        message satisfies never;
    }
  }

  #hearUpdate({ update, answer }: Extract<ClientMessage, { kind: 'update' }>, size: number): void {
    if (size > (answer ? this.#limits.largeMessage : this.#limits.message)) {
      this.#door.refused('too_large', 'refused a message that is too large');
      this.close(closeCodes.tooLarge);
    } else if (this.mayWrite) {
      this.#door.edit(this, update, answer);
    } else if (update.length > EMPTY_UPDATE) {
      // Somebody may have been typing when the role changed, and hears of it only now. Who goes on is no such person.
      this.#door.refused('role', `ignored an edit of somebody who may not write here: ${this.role}`);
      if (!this.#rates.ignored.tryTake(1, performance.now())) this.close(closeCodes.noAccess);
    }
  }

  #hearPresence({ entries, count }: Extract<ClientMessage, { kind: 'presence' }>): void {
    const entry = readOwnPresence(entries, count, this.#presence.mayName);
    if (entry) this.#presence.hear(entry);
  }
}
