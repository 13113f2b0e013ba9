import type * as Y from 'yjs';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { Malformed, TooMuch } from '../documents/byteReader.ts';
import type { DocumentKind } from '../documents/documentKind.ts';
import type { Meter } from '../metrics/meter.ts';
import type { CommitQueue, LogWriter } from '../storage/commitQueue.ts';
import { type ClientIds, Forged, type Sender } from './clientIds.ts';
import { stateVectorFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import type { LiveDocument } from './liveDocument.ts';
import { NotStoredYet } from './mapUnavailable.ts';
import type { Member } from './member.ts';
import { Turns } from './turns.ts';

export type Arrived =
  | { readonly kind: 'edit'; readonly member: Member; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'mark'; readonly member: Member; readonly counter: number };
type ArrivedEdit = Extract<Arrived, { kind: 'edit' }>;

export interface EditsOptions {
  readonly kind: DocumentKind;
  /** In whose name the log stores them. */
  readonly writer: LogWriter;
  readonly members: ReadonlySet<Member>;
  readonly log: CommitQueue;
  readonly limits: Limits;
  readonly meter: Meter;
  readonly note: (text: string) => void;
  /** Whether the server has so much to send that edits should wait for each other. */
  readonly isCrowded: () => boolean;
  /** Yjs threw half way, so nothing in memory can be trusted any more. */
  readonly onBroken: (error: unknown) => void;
}

const BY_THE_SERVER = { by: 'server' };

/** What is needed to take edits in: only there while the room is open. */
interface Open {
  readonly live: LiveDocument;
  readonly clientIds: ClientIds;
}

/**
 * The way of edits through a room: all that came within one turn of the process become one transaction, one message to
 * everybody and one row of the log; whoever asked is told when that row is on disk.
 */
export class Edits {
  readonly #options: EditsOptions;
  readonly #turns: Turns;
  #open: Open | null = null;
  #arrived: Arrived[] = [];
  /** Counts what was handed to the log; `#durable` says how much of it is on disk. */
  #position = 0;
  #durable = 0;
  #waiters: { readonly position: number; resolve(): void }[] = [];

  constructor(options: EditsOptions) {
    this.#options = options;
    const { isCrowded, log } = options;
    this.#turns = new Turns({
      isCrowded,
      take: () => this.#takeTurn(),
      onWaited() {
        // They have waited for each other, and need not do so again before they are stored; while storage fails, its
        // own pauses count.
        if (log.status.storage === 'ok') log.hurry();
      },
    });
  }

  get isDurable(): boolean {
    return this.#durable >= this.#position;
  }

  /** The document is there: takes in what has come meanwhile. */
  open(open: Open): void {
    this.#open = open;
    this.#planTurn();
  }

  /** The document is gone, and with it what was to be written into it. */
  close(): void {
    this.#open = null;
    this.#arrived = [];
  }

  add(arrived: Arrived): void {
    this.#arrived.push(arrived);
    this.#planTurn();
  }

  /** Takes in what has arrived already. */
  finishTurn(): void {
    while (this.#open && this.#arrived.length > 0) this.#takeTurn();
  }

  /** A change by the server itself. Throws what `work` or Yjs throws; what it did half way is undone by reading again. */
  change(work: (doc: Y.Doc) => void): void {
    const { live } = this.#opened;
    let change: ReturnType<LiveDocument['change']>;
    try {
      change = live.change(() => work(live.doc), BY_THE_SERVER);
    } catch (error) {
      this.#options.onBroken(error);
      throw error;
    }
    this.#publish(change, null, 0);
  }

  committed(position: number): void {
    this.#durable = position;
    for (const member of this.#options.members) member.committed(position);
    this.#waiters = this.#waiters.filter((waiter) => waiter.position > position || waiter.resolve());
  }

  /** Resolves when all that was published so far is on disk; rejects with `NotStoredYet` when that takes too long. */
  untilDurable(): Promise<void> {
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

  get #opened(): Open {
    if (!this.#open) throw new Error(`the document ${this.#options.writer.map} is not there`);
    return this.#open;
  }

  #planTurn(goOn = false): void {
    if (this.#open && this.#arrived.length > 0) this.#turns.plan(goOn);
  }

  #takeTurn(): void {
    if (!this.#open) return;
    const { live } = this.#open;
    const writers: Member[] = [];
    const marks: Extract<Arrived, { kind: 'mark' }>[] = [];
    let taken = 0;
    let change: ReturnType<LiveDocument['change']>;
    let current: Arrived | undefined;
    try {
      change = this.#turns.run((until) =>
        live.change(() => {
          for (const arrived of this.#arrived) {
            current = arrived;
            taken++;
            if (arrived.kind === 'mark') marks.push(arrived);
            else if (this.#admit(live, arrived)) writers.push(arrived.member);
            if (performance.now() > until) break;
          }
          current = undefined;
        }),
      );
    } catch (error) {
      current?.member.refuse('it broke the document');
      this.#options.onBroken(error);
      return;
    }
    this.#arrived = this.#arrived.slice(taken);
    const [first, ...others] = writers;
    this.#publish(change, first && others.every((other) => other === first) ? first : null, writers.length);
    for (const { member, counter } of marks) member.receipts.mark(counter, this.#position);
    for (const { member } of marks) member.committed(this.#durable);
    this.#planTurn(true);
  }

  /** Applies one edit; false when it was refused or waits for another. Throws when the document is broken. */
  #admit(live: LiveDocument, { member, update, answer }: ArrivedEdit): boolean {
    const { kind, log, limits, meter, note } = this.#options;
    if (!live.hasRoomFor(update.length, kind.limit ?? limits.map)) return this.#turnAway(member, 'the map is full');
    try {
      if (log.isFull && live.addsContent(update)) {
        // Not acknowledged, so it stays with its writer, who comes back with it until it can be stored.
        note('refused edits, because too many wait to be stored');
        meter.refused('storage_full');
        member.close(closeCodes.tryAgain);
        return false;
      }
      if (!this.#apply(live, { member, update, answer })) {
        if (answer) {
          meter.refused('missing_edits');
          member.close(closeCodes.missingEdits);
        } else this.#askForMissing(live, member);
        return false;
      }
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      if (error instanceof TooMuch) return this.#turnAway(member, error.message);
      member.refuse(error.message, error instanceof Forged ? 'forged' : 'malformed');
      return false;
    }
    if (answer) {
      const mark = member.receipts.missingArrived();
      if (mark !== null) this.add({ kind: 'mark', member, counter: mark });
    }
    return true;
  }

  #turnAway(member: Member, why: string): false {
    const { meter, note } = this.#options;
    note(`refused an edit, because ${why}`);
    meter.refused('too_large');
    member.close(closeCodes.tooLarge);
    return false;
  }

  #apply(live: LiveDocument, { member, update, answer }: Omit<ArrivedEdit, 'kind'>): boolean {
    const { clientIds } = this.#opened;
    const sender: Sender = { person: member.person.id, client: member.client };
    let extended: number[] = [];
    const admitted = live.admit(update, { person: member.person, at: Date.now() }, (facts) => {
      extended = clientIds.judge(facts, live.doc, sender);
      if (!live.makeRoomFor(facts, this.#options.limits.items)) throw new TooMuch('the map has too many pieces');
    });
    if (!admitted) return false;
    clientIds.extended(extended, sender);
    if (answer) clientIds.cameBack(sender);
    return true;
  }

  #askForMissing(live: LiveDocument, member: Member): void {
    if (member.receipts.expectMissing()) member.outbox.sendNotice(stateVectorFrame(live.stateVector()));
  }

  /** Sends what a transaction changed to everybody but its only writer, and to the log. */
  #publish(change: ReturnType<LiveDocument['change']>, onlyWriter: Member | null, edits: number): void {
    if (!change) return;
    const { kind, members, log, writer, meter } = this.#options;
    const { update, frame } = change;
    const knows = kind.answersWriters ? null : onlyWriter;
    for (const member of members) if (member !== knows) member.outbox.sendEdit(frame);
    log.append(writer, update, ++this.#position, this.#opened.clientIds.takeNews());
    meter.edits(edits, update.length);
  }
}
