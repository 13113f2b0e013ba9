import type * as Y from 'yjs';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { ServerStatus } from '../../shared/protocol/messages.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import type { Access, AccessChange, Visitor } from '../access/access.ts';
import { kindOf, mapOf } from '../documents/documentKind.ts';
import { openLog } from '../documents/openLog.ts';
import { messageOf } from '../messageOf.ts';
import type { Meter } from '../metrics/meter.ts';
import type { CommitQueue } from '../storage/commitQueue.ts';
import type { Compactor } from '../storage/compactor.ts';
import type { Storage, StoredLog, UnreadablePart } from '../storage/storage.ts';
import type { Limits } from './limits.ts';
import { MapUnavailable } from './mapUnavailable.ts';
import type { Guest, Member } from './member.ts';
import type { Wire } from './outbox.ts';
import { type Loaded, Room } from './room.ts';

export interface RoomsOptions {
  readonly storage: Storage;
  readonly log: CommitQueue;
  readonly compactor: Compactor;
  readonly access: Pick<Access, 'roleOn' | 'onChange'>;
  readonly limits: Limits;
  readonly meter: Meter;
  /** A line for the log about one document. */
  readonly note: (document: string, text: string) => void;
  /** Something stored could not be read and was set aside. */
  readonly onSetAside: () => void;
}

const HOUSEKEEPING = 5_000;

/** The open documents, maps and discussions: at most one room each, made when the first person comes. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Room>();
  /** What is still being noted about documents whose room has ended. */
  readonly #releasing = new Map<string, Promise<void>>();
  readonly #housekeeping: NodeJS.Timeout;
  readonly #leaveAccess: () => void;
  readonly #onOpen: ((document: string) => void)[] = [];
  #stopping = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#leaveAccess = options.access.onChange((change) => this.#hear(change));
    this.#housekeeping = setInterval(
      () => {
        for (const room of this.#rooms.values()) room.keepHouse();
      },
      Math.min(HOUSEKEEPING, options.limits.signOfLife / 3),
    );
    this.#housekeeping.unref();
  }

  get open(): number {
    return this.#rooms.size;
  }

  isOpen(document: string): boolean {
    return this.#rooms.has(document);
  }

  /** Tells of each document that somebody opens who finds it in no room yet; not whether it can be read. */
  onOpen(listener: (document: string) => void): void {
    this.#onOpen.push(listener);
  }

  /** Never throws: somebody who may not come in is told so by the code the wire is closed with. */
  join(document: string, wire: Wire, { visitor, role }: Pick<Guest, 'visitor' | 'role'>): Member | null {
    if (this.#stopping) {
      wire.close(closeCodes.restarting.code, closeCodes.restarting.reason);
      return null;
    }
    const mayWrite = reaches(role, kindOf(document).writtenBy);
    return this.#room(document).join(wire, { visitor, role, mayWrite });
  }

  /** Reads a document. Rejects with `MapUnavailable`. */
  read<T>(document: string, work: (doc: Y.Doc) => T): Promise<T> {
    return this.#room(document).use(work);
  }

  /** Changes a document, live for everybody in it; resolves when it is on disk. Rejects with `MapUnavailable`. */
  change(document: string, work: (doc: Y.Doc) => void): Promise<void> {
    return this.#room(document).change(work);
  }

  /** Sends everybody out of a map and its discussion. */
  end(map: string, reason: CloseReason): void {
    for (const document of [map, talkOf(map)]) this.#rooms.get(document)?.end(reason);
  }

  tell(status: ServerStatus): void {
    for (const room of this.#rooms.values()) room.tell(status);
  }

  /** Stores what is there, tells its writers, then sends everybody away with "come back". Waits at most `patience` ms. */
  async stop(patience: number): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#housekeeping);
    for (const room of this.#rooms.values()) room.finishTurn();
    this.#options.log.hurry();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.#options.log.settled(), tooLong]);
    clearTimeout(timer);
    this.#leaveAccess();
    for (const room of [...this.#rooms.values()]) room.end(closeCodes.restarting);
    await Promise.all(this.#releasing.values());
  }

  #room(document: string): Room {
    const existing = this.#rooms.get(document);
    if (existing) return existing;
    const { log, limits, meter, compactor } = this.#options;
    const room = new Room({
      ...{ document, log, limits, meter },
      load: (onStored) => this.#load(document, onStored),
      note: (text) => this.#options.note(document, text),
      onClosed: (closed, orphans) => {
        if (this.#rooms.get(document) === closed) this.#rooms.delete(document);
        compactor.closed(document);
        if (orphans) this.#release(document, orphans);
      },
    });
    this.#rooms.set(document, room);
    for (const listener of this.#onOpen) listener(document);
    return room;
  }

  /** Everything of it is on disk and nobody is in it: no edit of it can be lost any more, unless it was before. */
  #release(document: string, orphans: readonly number[]): void {
    // Should it fail, the register stays more lenient than it need be.
    const releasing = this.#options.storage.releaseWriters(document, orphans).catch(() => {});
    this.#releasing.set(document, releasing);
    void releasing.then(() => {
      if (this.#releasing.get(document) === releasing) this.#releasing.delete(document);
    });
  }

  async #load(document: string, onStored: (log: StoredLog) => Promise<void>): Promise<Loaded> {
    const { storage, log, compactor } = this.#options;
    // A room that ended a moment ago may have left edits that are not stored yet.
    await log.settled(document);
    await this.#releasing.get(document);
    const record = await storage.findMap(mapOf(document));
    if (!record) throw new MapUnavailable(closeCodes.unknownMap);
    if (record.deletedAt !== null) throw new MapUnavailable(closeCodes.inTrash);
    const [read, writers] = await Promise.all([
      openLog(storage, document, kindOf(document).rules, onStored),
      storage.readWriters(document),
    ]);
    compactor.opened(document, read.log);
    if (read.unreadable.length > 0) await this.#setAside(document, read.unreadable);
    return { ...read, writers };
  }

  async #setAside(document: string, parts: readonly UnreadablePart[]): Promise<void> {
    const { storage, note, onSetAside } = this.#options;
    for (const { kind, seq, reason } of parts) {
      note(document, `set aside ${kind} ${seq}, which cannot be read: ${reason}`);
    }
    try {
      await storage.setAside(document, parts);
      onSetAside();
    } catch (error) {
      // The rest of the map opens all the same; these are found again the next time.
      note(document, `what cannot be read could not be set aside: ${messageOf(error)}`);
    }
  }

  // --- rights that change while people are here ---

  #hear(change: AccessChange): void {
    for (const [document, room] of this.#rooms) {
      const map = mapOf(document);
      if (change.kind === 'moved') room.moveWriter(change.from, change.to);
      if (change.kind === 'rights' && change.map !== null && change.map !== map) continue;
      // A copy: who is closed leaves while we go through them.
      for (const member of [...room.members]) this.#apply(change, map, room, member);
    }
  }

  #apply(change: AccessChange, map: string, room: Room, member: Member): void {
    const { visitor } = member;
    switch (change.kind) {
      case 'rights':
        if (change.person === null || change.person === visitor.id) void this.#judgeAgain(map, room, member);
        break;
      case 'session':
        if (visitor.session === change.session) dismiss(room, member, closeCodes.noAccess);
        break;
      case 'moved':
        if (visitor.session === change.session) dismiss(room, member, closeCodes.roleChanged);
        break;
      case 'person':
        if (visitor.id === change.person) member.renamed(named(visitor, change));
        break;
      default:
        change satisfies never;
    }
  }

  async #judgeAgain(map: string, room: Room, member: Member): Promise<void> {
    try {
      const role = await this.#options.access.roleOn(map, member.visitor.id);
      if (role === null) dismiss(room, member, closeCodes.noAccess);
      else if (role !== member.role) dismiss(room, member, closeCodes.roleChanged);
    } catch {
      // Nobody can say at present what they may do: they come back, and are asked again at the door.
      member.close(closeCodes.tryAgain);
    }
  }
}

/** What came before the right ended is taken in, and its writer hears whether it is saved. */
function dismiss(room: Room, member: Member, reason: CloseReason): void {
  room.finishTurn();
  member.dismiss(reason);
}

const named = (visitor: Visitor, { name, color }: { readonly name: string; readonly color: string }): Visitor => ({
  ...visitor,
  name,
  color,
});
