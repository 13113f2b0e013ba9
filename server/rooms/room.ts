import * as Y from 'yjs';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { ServerStatus } from '../../shared/protocol/messages.ts';
import { addsContent, admitUpdate } from '../documents/admitUpdate.ts';
import { Malformed } from '../documents/byteReader.ts';
import { mapRules, summarize, touchesSummary } from '../documents/mapDocument.ts';
import type { ReadDocument } from '../documents/readLog.ts';
import type { CommitQueue, LogWriter } from '../storage/commitQueue.ts';
import type { MapSummary } from '../storage/storage.ts';
import { presenceFrame, stateVectorFrame, statusFrame, updateFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import { type Door, Member } from './member.ts';
import type { Wire } from './outbox.ts';
import { Presence } from './presence.ts';
import { nextState, type RoomEvent, type RoomState } from './roomState.ts';

export interface RoomOptions {
  readonly map: string;
  /** Reads the document; rejects with `MapUnavailable` or anything else. Called again when the document broke. */
  readonly load: () => Promise<ReadDocument>;
  readonly log: CommitQueue;
  readonly limits: Limits;
  readonly note: (text: string) => void;
  /** The room has ended; whoever comes now needs a new one. */
  readonly onClosed: (room: Room) => void;
}

/** The map cannot be had; the reason is also what its people's connections are closed with. */
export class MapUnavailable extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason, detail: string = reason.reason) {
    super(detail);
    this.reason = reason;
  }
}

/** A change was made, and storage fails at present. */
export class NotStoredYet extends Error {}

/** How long one turn of edits may keep everything else waiting, in milliseconds. */
const LONGEST_TURN = 8;
const EMPTY_VECTOR_LENGTH = 1;
const BY_THE_SERVER = { by: 'server' };

type Arrived =
  | { readonly kind: 'edit'; readonly member: Member; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'mark'; readonly member: Member; readonly counter: number };

/**
 * One open map: reads its document once, relays what its people do, hands it to the log, tells them when it is on
 * disk, and ends when nobody is left. See `roomState.ts` for its life.
 */
export class Room implements LogWriter, Door {
  readonly map: string;
  readonly presence: Presence;
  readonly source = {
    stateVector: () => Y.encodeStateVector(this.#document),
    missing: (since: Uint8Array) => this.#missing(since),
  };
  readonly #options: RoomOptions;
  readonly #members = new Set<Member>();
  #state: RoomState = 'loading';
  #doc: Y.Doc | null = null;
  #loading: Promise<void>;
  #uses = 0;
  #expiry: NodeJS.Timeout | null = null;

  #arrived: Arrived[] = [];
  #turnPlanned = false;
  /** What Yjs reported in the transaction under way. */
  #emitted: Uint8Array | null = null;
  /** Counts what was handed to the log; `#durable` says how much of it is on disk. */
  #position = 0;
  #durable = 0;
  #waiters: { readonly position: number; resolve(): void }[] = [];
  #summary: MapSummary | null = null;
  #summaryStale = true;
  /** The whole document, encoded once for everybody who joins before it changes. */
  #encoded: Uint8Array | null = null;
  /** Roughly the encoded size, never too small; measured again when it comes near the limit. */
  #bytes = 0;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.map = options.map;
    this.presence = new Presence({
      pause: options.limits.presencePause,
      broadcast: (entries) => {
        const shared = presenceFrame(entries);
        for (const member of this.#members) {
          if (member.hearsSharedPresence) member.outbox.sendPresence(shared);
          else member.sendPresence(entries);
        }
      },
    });
    this.#loading = this.#load();
  }

  get state(): RoomState {
    return this.#state;
  }

  /** Adds a connection; it takes part as soon as the document is there. */
  join(wire: Wire): Member {
    this.#move('used');
    const member = new Member(wire, this, this.#options.limits);
    this.#members.add(member);
    if (this.#state === 'open') this.#welcome(member);
    return member;
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.#unused();
  }

  /** Does something with the document, which is there and stays there meanwhile. Rejects with `MapUnavailable`. */
  async use<T>(work: (doc: Y.Doc) => T): Promise<T> {
    this.#move('used');
    this.#uses++;
    try {
      // While we wait for one reading, the document may break and be read again.
      do await this.#loading;
      while (this.#state === 'loading');
      if (this.state === 'closed') throw new MapUnavailable(closeCodes.tryAgain);
      return work(this.#document);
    } finally {
      this.#uses--;
      this.#unused();
    }
  }

  /**
   * Changes the document like somebody in the room would; resolves when the change is on disk. Rejects with
   * `NotStoredYet` when that takes too long: everybody in the room sees the change, and it will be stored.
   */
  async change(work: (doc: Y.Doc) => void): Promise<void> {
    await this.use((doc) => {
      this.#emitted = null;
      doc.transact(() => work(doc), BY_THE_SERVER);
      this.#publish(null);
    });
    await this.#untilDurable();
  }

  #untilDurable(): Promise<void> {
    const position = this.#position;
    if (this.#durable >= position) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((waiter) => waiter !== here);
        reject(new NotStoredYet());
      }, this.#options.limits.changePatience);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      const here = { position, resolve: done };
      this.#waiters.push(here);
    });
  }

  /** Takes in what has arrived already. */
  finishTurn(): void {
    while (this.#takesEdits && this.#arrived.length > 0) this.#takeTurn();
  }

  /** Ends the room and tells everybody in it why. What the log still holds of it will be stored all the same. */
  end(reason: CloseReason): void {
    if (this.#state === 'closed') return;
    this.finishTurn();
    this.#move('ended');
    for (const member of [...this.#members]) member.close(reason);
    this.#dispose();
  }

  tell(status: ServerStatus): void {
    for (const member of this.#members) member.outbox.sendNotice(statusFrame(status));
  }

  sendSignsOfLife(): void {
    for (const member of this.#members) member.outbox.sendSignOfLife();
  }

  // --- what members ask ---

  edit(member: Member, update: Uint8Array, answer: boolean): void {
    this.#arrived.push({ kind: 'edit', member, update, answer });
    this.#planTurn();
  }

  mark(member: Member, counter: number): void {
    this.#arrived.push({ kind: 'mark', member, counter });
    this.#planTurn();
  }

  note(text: string): void {
    this.#options.note(text);
  }

  // --- what the log asks ---

  summary(): MapSummary {
    if (this.#summaryStale || !this.#summary) this.#summary = summarize(this.#document);
    this.#summaryStale = false;
    return this.#summary;
  }

  committed(position: number): void {
    this.#durable = position;
    for (const member of this.#members) member.committed(position);
    this.#waiters = this.#waiters.filter((waiter) => waiter.position > position || waiter.resolve());
  }

  // --- life ---

  get #document(): Y.Doc {
    if (!this.#doc) throw new Error(`the document of map ${this.map} is not there`);
    return this.#doc;
  }

  #move(event: RoomEvent): void {
    this.#state = nextState(this.#state, event);
    if (this.#state !== 'draining' && this.#expiry) {
      clearTimeout(this.#expiry);
      this.#expiry = null;
    }
  }

  #load(): Promise<void> {
    const loading = this.#options.load().then(
      (read) => this.#loaded(read),
      (error: unknown) => this.#loadFailed(error),
    );
    // Whoever waits for it hears of a failure; when nobody does, it is no unhandled rejection.
    loading.catch(() => {});
    return loading;
  }

  #loaded({ doc, bytes }: ReadDocument): void {
    if (this.#state === 'closed') {
      doc.destroy();
      throw new MapUnavailable(closeCodes.tryAgain);
    }
    this.#doc = doc;
    this.#bytes = bytes;
    this.#encoded = null;
    this.#summaryStale = true;
    doc.on('update', (update: Uint8Array) => {
      this.#emitted = update;
    });
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (touchesSummary(transaction)) this.#summaryStale = true;
    });
    this.#move('loaded');
    for (const member of this.#members) this.#welcome(member);
    this.#unused();
  }

  #loadFailed(error: unknown): never {
    const known = error instanceof MapUnavailable;
    if (!known) this.note(`the map cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
    const reason = known ? error.reason : closeCodes.tryAgain;
    if (this.#state !== 'closed') this.end(reason);
    throw known ? error : new MapUnavailable(reason);
  }

  #welcome(member: Member): void {
    member.outbox.sendNotice(stateVectorFrame(this.source.stateVector()));
    member.sendPresence(this.presence.entries({ departed: false }));
    const { storage } = this.#options.log.status;
    if (storage !== 'ok') member.outbox.sendNotice(statusFrame({ storage }));
    member.open();
  }

  #unused(): void {
    if (this.#members.size > 0 || this.#uses > 0 || this.#state === 'loading' || this.#state === 'closed') return;
    this.#move('unused');
    this.#expiry ??= setTimeout(() => this.#expire(), this.#options.limits.emptyRoom);
  }

  #expire(): void {
    this.#expiry = null;
    if (this.#durable < this.#position) {
      // Not everything is on disk: the document in memory is all there is, so it stays.
      this.#expiry = setTimeout(() => this.#expire(), this.#options.limits.emptyRoom);
      return;
    }
    this.#move('expired');
    this.#dispose();
  }

  #dispose(): void {
    this.presence.close();
    // The log may still ask for the summary of what it has not stored yet.
    if (this.#doc && this.#durable < this.#position) this.#keepSummary();
    this.#doc?.destroy();
    this.#arrived = [];
    this.#options.onClosed(this);
  }

  #keepSummary(): void {
    try {
      this.summary();
    } catch {
      // The document broke; the log goes on with the summary it has.
    }
  }

  // --- edits ---

  /** Whoever sends an edit and leaves at once has left before it is taken in. */
  get #takesEdits(): boolean {
    return this.#state === 'open' || this.#state === 'draining';
  }

  #planTurn(): void {
    if (this.#turnPlanned || !this.#takesEdits) return;
    this.#turnPlanned = true;
    // After everything that the sockets have ready: all of it becomes one transaction, one message and one row.
    setImmediate(() => {
      this.#turnPlanned = false;
      this.#takeTurn();
    });
  }

  #takeTurn(): void {
    if (!this.#takesEdits) return;
    const doc = this.#document;
    const until = performance.now() + LONGEST_TURN;
    const writers = new Set<Member>();
    const marks: Extract<Arrived, { kind: 'mark' }>[] = [];
    let taken = 0;
    let current: Arrived | null = null;
    this.#emitted = null;
    try {
      doc.transact(() => {
        for (const arrived of this.#arrived) {
          current = arrived;
          taken++;
          if (arrived.kind === 'mark') marks.push(arrived);
          else if (this.#admit(doc, arrived)) writers.add(arrived.member);
          if (performance.now() > until) break;
        }
        current = null;
      });
    } catch (error) {
      // Typescript does not see that the function above assigns it.
      this.#broken(error, current as Arrived | null);
      return;
    }
    this.#arrived = this.#arrived.slice(taken);
    const [only] = writers.size === 1 ? writers : [null];
    this.#publish(only ?? null);
    for (const { member, counter } of marks) member.addMark(counter, this.#position);
    for (const { member } of marks) member.committed(this.#durable);
    if (this.#arrived.length > 0) this.#planTurn();
  }

  /** Applies one edit; false when it was refused or waits for another. Throws when the document is broken. */
  #admit(doc: Y.Doc, { member, update, answer }: Extract<Arrived, { kind: 'edit' }>): boolean {
    if (!this.#hasRoom(update.length)) {
      member.close(closeCodes.tooLarge);
      return false;
    }
    try {
      if (this.#options.log.isFull && addsContent(doc, update, mapRules)) {
        // Not acknowledged, so it stays with its writer, who comes back with it until it can be stored.
        this.note('refused edits, because too many wait to be stored');
        member.close(closeCodes.tryAgain);
        return false;
      }
      if (!admitUpdate(doc, update, mapRules)) {
        if (answer) member.close(closeCodes.missingEdits);
        else this.#askForMissing(member);
        return false;
      }
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      member.refuse(error.message);
      return false;
    }
    if (answer) {
      const mark = member.missingEditsArrived();
      if (mark !== null) this.mark(member, mark);
    }
    return true;
  }

  #askForMissing(member: Member): void {
    if (member.expectMissingEdits()) member.outbox.sendNotice(stateVectorFrame(this.source.stateVector()));
  }

  #hasRoom(bytes: number): boolean {
    const limit = this.#options.limits.map;
    if (this.#bytes + bytes > limit) this.#bytes = this.#missing(new Uint8Array(EMPTY_VECTOR_LENGTH)).length;
    return this.#bytes + bytes <= limit;
  }

  /** Sends what the last transaction changed to everybody but its only writer, and to the log. */
  #publish(onlyWriter: Member | null): void {
    const update = this.#emitted;
    this.#emitted = null;
    if (!update) return;
    this.#encoded = null;
    this.#bytes += update.length;
    const frame = updateFrame(update);
    for (const member of this.#members) if (member !== onlyWriter) member.outbox.sendEdit(frame);
    this.#options.log.append(this, update, ++this.#position);
  }

  #missing(since: Uint8Array): Uint8Array {
    // The vector of a client that has nothing is a single zero; joiners of a meeting all send it.
    if (since.length !== EMPTY_VECTOR_LENGTH) return Y.encodeStateAsUpdate(this.#document, since);
    this.#encoded ??= Y.encodeStateAsUpdate(this.#document);
    this.#bytes = this.#encoded.length;
    return this.#encoded;
  }

  /**
   * Yjs threw half way, so nothing in memory can be trusted: read the document again. Everything that was ever sent
   * to others is in the log, and everybody is asked for what is not.
   */
  #broken(error: unknown, culprit: Arrived | null): void {
    this.note(`the document broke and is read again: ${error instanceof Error ? error.message : String(error)}`);
    culprit?.member.refuse('it broke the document');
    this.#emitted = null;
    this.#arrived = [];
    // What waits to be stored is stored with the summary from before: the broken document has no say.
    this.#summaryStale = this.#summary === null;
    this.#move('broken');
    for (const member of this.#members) {
      member.wait();
      member.forgetMarks();
    }
    const doc = this.#doc;
    this.#loading = this.#load();
    doc?.destroy();
  }
}
