import type * as Y from 'yjs';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { ServerStatus } from '../../shared/protocol/messages.ts';
import { mapRules } from '../documents/mapDocument.ts';
import { openLog } from '../documents/openLog.ts';
import type { ReadDocument } from '../documents/readLog.ts';
import type { CommitQueue } from '../storage/commitQueue.ts';
import type { Compactor } from '../storage/compactor.ts';
import type { Storage } from '../storage/storage.ts';
import type { Limits } from './limits.ts';
import type { Member } from './member.ts';
import type { Wire } from './outbox.ts';
import { MapUnavailable, Room } from './room.ts';

export interface RoomsOptions {
  readonly storage: Storage;
  readonly log: CommitQueue;
  readonly compactor: Compactor;
  readonly limits: Limits;
  /** A line for the log about one map. */
  readonly note: (map: string, text: string) => void;
  /** Something stored could not be read and was set aside. */
  readonly onSetAside: () => void;
}

const HOUSEKEEPING = 5_000;

/** The open maps: at most one room a map, made when the first person comes. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #housekeeping: NodeJS.Timeout;
  #stopping = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#housekeeping = setInterval(
      () => {
        for (const room of this.#rooms.values()) room.sendSignsOfLife();
      },
      Math.min(HOUSEKEEPING, options.limits.signOfLife / 3),
    );
    this.#housekeeping.unref();
  }

  get open(): number {
    return this.#rooms.size;
  }

  /** Never throws: somebody who may not come in is told so by the code the wire is closed with. */
  join(map: string, wire: Wire): Member | null {
    if (this.#stopping) {
      wire.close(closeCodes.restarting.code, closeCodes.restarting.reason);
      return null;
    }
    return this.#room(map).join(wire);
  }

  /** Reads a map's document. Rejects with `MapUnavailable`. */
  read<T>(map: string, work: (doc: Y.Doc) => T): Promise<T> {
    return this.#room(map).use(work);
  }

  /** Changes a map's document, live for everybody in it; resolves when it is on disk. Rejects with `MapUnavailable`. */
  change(map: string, work: (doc: Y.Doc) => void): Promise<void> {
    return this.#room(map).change(work);
  }

  /** Sends everybody out of a map. */
  end(map: string, reason: CloseReason): void {
    this.#rooms.get(map)?.end(reason);
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
    for (const room of [...this.#rooms.values()]) room.end(closeCodes.restarting);
  }

  #room(map: string): Room {
    const existing = this.#rooms.get(map);
    if (existing) return existing;
    const room = new Room({
      map,
      load: () => this.#load(map),
      log: this.#options.log,
      limits: this.#options.limits,
      note: (text) => this.#options.note(map, text),
      onClosed: (closed) => {
        if (this.#rooms.get(map) === closed) this.#rooms.delete(map);
        this.#options.compactor.closed(map);
      },
    });
    this.#rooms.set(map, room);
    return room;
  }

  async #load(map: string): Promise<ReadDocument> {
    const { storage, log, compactor } = this.#options;
    // A room that ended a moment ago may have left edits that are not stored yet.
    await log.settled(map);
    const record = await storage.findMap(map);
    if (!record) throw new MapUnavailable(closeCodes.unknownMap);
    if (record.deletedAt !== null) throw new MapUnavailable(closeCodes.inTrash);
    const read = await openLog(storage, map, mapRules);
    compactor.opened(map, read.log);
    if (read.unreadable.length > 0) {
      for (const { kind, seq, reason } of read.unreadable) {
        this.#options.note(map, `set aside ${kind} ${seq}, which cannot be read: ${reason}`);
      }
      await storage.setAside(map, read.unreadable);
      this.#options.onSetAside();
    }
    return read;
  }
}
