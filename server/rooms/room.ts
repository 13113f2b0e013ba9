import type * as Y from 'yjs';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { ServerStatus } from '../../shared/protocol/messages.ts';
import { type DocumentKind, kindOf } from '../documents/documentKind.ts';
import type { ReadDocument } from '../documents/readLog.ts';
import type { Meter, Refusal } from '../metrics/meter.ts';
import type { CommitQueue, LogWriter } from '../storage/commitQueue.ts';
import type { MapSummary, StoredLog, StoredWriter } from '../storage/storage.ts';
import { ClientIds } from './clientIds.ts';
import { Edits } from './edits.ts';
import { PresenceMessage, stateVectorFrame, statusFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import { LiveDocument } from './liveDocument.ts';
import { Loading } from './loading.ts';
import { MapUnavailable } from './mapUnavailable.ts';
import { type Door, type Guest, Member } from './member.ts';
import type { Source, Wire } from './outbox.ts';
import { Presence } from './presence.ts';
import { nextState, type RoomEvent, type RoomState } from './roomState.ts';
import { type SentFirst, sendStored } from './storedFirst.ts';

/** A document as it is stored, and who wrote under which of its client ids. */
export interface Loaded extends ReadDocument {
  readonly writers: readonly StoredWriter[];
}

export interface RoomOptions {
  /** The id of the document: a map's, or that of its discussion. */
  readonly document: string;
  /**
   * Reads the document; rejects with `MapUnavailable` or anything else. Called again after a failure. `onStored` gets
   * what is stored before the document is built from it, and is waited for.
   */
  readonly load: (onStored: (log: StoredLog) => Promise<void>) => Promise<Loaded>;
  readonly log: CommitQueue;
  readonly limits: Limits;
  readonly meter: Meter;
  readonly note: (text: string) => void;
  /**
   * The room has ended; whoever comes now needs a new one. `orphans`: the client ids of which edits may be in others'
   * hands and not on the disk; null when that cannot be told.
   */
  readonly onClosed: (room: Room, orphans: readonly number[] | null) => void;
}

/**
 * One open document: reads it once, relays what its people do, hands it to the log, tells them when it is on disk, and
 * ends when nobody is left. See `roomState.ts` for its life and `edits.ts` for the way of an edit.
 */
export class Room implements LogWriter, Door {
  readonly map: string;
  readonly kind: DocumentKind;
  readonly presence: Presence;
  readonly source: Omit<Source, 'sendPresenceAgain'> = {
    stateVector: () => this.#document.stateVector(),
    missing: (since) => this.#document.missing(since),
    answer: (vector) => this.#document.answer(vector),
  };
  readonly #options: RoomOptions;
  readonly #edits: Edits;
  readonly #members = new Set<Member>();
  #state: RoomState = 'loading';
  #live: LiveDocument | null = null;
  #clientIds: ClientIds | null = null;
  readonly #loading: Loading<Loaded>;
  #sentFirst: SentFirst | null = null;
  /** Who was sent what is stored, also by an attempt to read it that came to nothing. */
  readonly #toldFirst = new Set<Member>();
  #uses = 0;
  #expiry: NodeJS.Timeout | null = null;
  /** Of a document that was let go of while edits of it still wait to be stored. */
  #lastSummary: MapSummary | null = null;

  constructor(options: RoomOptions) {
    const { document, log, limits, meter, note } = options;
    this.#options = options;
    this.map = document;
    this.kind = kindOf(document);
    this.presence = new Presence({
      pause: limits.presencePause,
      broadcast: (entries) => {
        const message = new PresenceMessage(entries);
        for (const member of this.#members) member.hearPresence(message);
      },
    });
    this.#edits = new Edits({
      ...{ kind: this.kind, writer: this, members: this.#members, log, limits, meter, note },
      isCrowded: () => this.presence.isCrowded,
      onBroken: (error) => this.#broken(error),
    });
    this.#loading = new Loading({
      load: () => options.load((stored) => this.#sendStored(stored)),
      onLoaded: (loaded, hadFailed) => this.#loaded(loaded, hadFailed),
      onUnavailable: (reason) => this.end(reason),
      onFailed: (text) => this.#loadFailed(text),
    });
    this.#loading.begin();
  }

  get state(): RoomState {
    return this.#state;
  }

  get members(): Iterable<Member> {
    return this.#members;
  }

  /** Adds a connection; it takes part as soon as the document is there. */
  join(wire: Wire, guest: Guest): Member {
    this.#move('used');
    const member = new Member(wire, guest, this, this.#options.limits);
    this.#members.add(member);
    if (this.#state === 'open') {
      this.#welcome(member);
      member.open();
    }
    return member;
  }

  /** Does something with the document, which is there and stays there meanwhile. Rejects with `MapUnavailable`. */
  async use<T>(work: (doc: Y.Doc) => T): Promise<T> {
    this.#move('used');
    this.#uses++;
    try {
      // While we wait for one reading, the document may break and be read again.
      do await this.#loading.attempt;
      while (this.#state === 'loading');
      if (this.state === 'closed') throw new MapUnavailable(closeCodes.tryAgain);
      return work(this.#document.doc);
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
    await this.use(() => this.#edits.change(work));
    await this.#edits.untilDurable();
  }

  /** Takes in what has arrived already. */
  finishTurn(): void {
    this.#edits.finishTurn();
  }

  /** Ends the room and tells everybody in it why. What the log still holds of it will be stored all the same. */
  end(reason: CloseReason): void {
    if (this.#state === 'closed') return;
    this.finishTurn();
    // Taking in the rest may have broken the document; the room ends all the same.
    this.#move('ended');
    for (const member of [...this.#members]) member.close(reason);
    this.#dispose();
  }

  tell(status: ServerStatus): void {
    const frame = statusFrame(status);
    for (const member of this.#members) member.outbox.sendNotice(frame);
  }

  /** What has to be done now and then. */
  keepHouse(): void {
    for (const member of this.#members) member.outbox.sendSignOfLife();
    this.#live?.forgetUnasked(performance.now());
  }

  /** What one person wrote is another's from now on. */
  moveWriter(from: string, to: string): void {
    this.#clientIds?.move(from, to);
  }

  // --- what members ask ---

  edit(member: Member, update: Uint8Array, answer: boolean): void {
    this.#edits.add({ kind: 'edit', member, update, answer });
  }

  mark(member: Member, counter: number): void {
    this.#edits.add({ kind: 'mark', member, counter });
  }

  mayBe(client: number, person: string): boolean {
    return this.#clientIds?.mayBe(client, person) ?? true;
  }

  bind(client: number, person: string): void {
    this.#clientIds?.bind(client, person);
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.#unused();
  }

  refused(why: Refusal, text: string): void {
    this.#options.meter.refused(why);
    this.note(text);
  }

  note(text: string): void {
    this.#options.note(text);
  }

  // --- what the log asks ---

  summary(): MapSummary | null {
    return this.#live ? this.#live.summary() : this.#lastSummary;
  }

  committed(position: number): void {
    this.#edits.committed(position);
    if (this.#state === 'saving' && this.#edits.isDurable) this.#expire();
  }

  // --- life ---

  get #document(): LiveDocument {
    if (!this.#live) throw new Error(`the document ${this.map} is not there`);
    return this.#live;
  }

  #move(event: RoomEvent): void {
    this.#state = nextState(this.#state, event);
    if (this.#state !== 'draining' && this.#expiry) {
      clearTimeout(this.#expiry);
      this.#expiry = null;
    }
  }

  async #sendStored(stored: StoredLog): Promise<void> {
    const { limits } = this.#options;
    this.#sentFirst = await sendStored(stored, { rules: this.kind.rules, members: this.#members, limits });
    for (const member of this.#sentFirst?.members ?? []) this.#toldFirst.add(member);
  }

  #loaded(loaded: Loaded, hadFailed: boolean): void {
    if (this.#state === 'closed') {
      loaded.doc.destroy();
      throw new MapUnavailable(closeCodes.tryAgain);
    }
    // Whose client ids are whose is known better here than on the disk, when the document broke and was read again.
    const { writers, writersOfOne } = this.#options.limits;
    this.#clientIds ??= new ClientIds(loaded.writers, { all: writers, ofOne: writersOfOne });
    const sent = this.#sentFirst;
    this.#sentFirst = null;
    // What some were sent is not quite what there is: they come back for the rest.
    const isWhole = loaded.unreadable.length === 0;
    if (!isWhole) for (const member of this.#toldFirst) member.close(closeCodes.tryAgain);
    this.#toldFirst.clear();
    this.#live = new LiveDocument(loaded, this.kind, isWhole && sent ? sent.frames : null);
    this.#move('loaded');
    if (hadFailed) this.tell({ storage: this.#options.log.status.storage });
    for (const member of this.#members) this.#welcome(member);
    // Only then are they listened to: what one says is told to all the others once, not to some of them twice.
    for (const member of this.#members) member.open();
    this.#edits.open({ live: this.#live, clientIds: this.#clientIds });
    this.#unused();
  }

  /** Answers whether somebody waits for another attempt. */
  #loadFailed(text: string): boolean {
    this.note(`the map cannot be opened: ${text}`);
    if (this.#members.size === 0) this.end(closeCodes.tryAgain);
    this.tell({ storage: 'failing' });
    return this.#state !== 'closed';
  }

  #welcome(member: Member): void {
    // Only who may write is asked what the server lacks.
    if (member.mayWrite) member.outbox.sendNotice(stateVectorFrame(this.source.stateVector()));
    member.sendPresence(this.presence.entries({ departed: false }));
    const { storage } = this.#options.log.status;
    if (storage !== 'ok') member.outbox.sendNotice(statusFrame({ storage }));
  }

  #unused(): void {
    if (this.#members.size > 0 || this.#uses > 0 || this.#state === 'closed') return;
    if (this.#state === 'loading') {
      // Nobody waits any more for a document that could not be read.
      if (this.#loading.hasFailed) this.end(closeCodes.tryAgain);
      return;
    }
    this.#move('unused');
    if (this.#state === 'draining') {
      this.#expiry ??= setTimeout(() => this.#expire(), this.#options.limits.emptyRoom);
    }
  }

  #expire(): void {
    this.#expiry = null;
    if (this.#edits.isDurable) {
      this.#move('expired');
      this.#dispose();
    } else {
      this.#move('unsaved');
    }
  }

  #dispose(): void {
    this.#loading.close();
    this.presence.close();
    this.#edits.close();
    // The log may still ask for the summary of what it has not stored yet.
    if (this.#live) this.#lastSummary = this.#live.close({ broke: false });
    this.#live = null;
    this.#options.onClosed(this, this.#edits.isDurable && this.#clientIds ? this.#clientIds.orphans() : null);
  }

  /** Everything that was ever sent to others is in the log, and everybody is asked for what is not. */
  #broken(error: unknown): void {
    this.note(`the document broke and is read again: ${error instanceof Error ? error.message : String(error)}`);
    this.#edits.close();
    this.#move('broken');
    for (const member of this.#members) {
      member.wait();
      member.receipts.startOver();
    }
    const broken = this.#live;
    this.#live = null;
    // What waits to be stored is stored with the summary from before: the broken document has no say.
    this.#lastSummary = broken?.close({ broke: true }) ?? this.#lastSummary;
    this.#loading.begin();
  }
}
