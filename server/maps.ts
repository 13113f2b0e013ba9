import { randomBytes, randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { ImportWarning } from '../shared/import/warnings.ts';
import type { MapPicture } from '../shared/insights/mapPicture.ts';
import { isoToday } from '../shared/model/day.ts';
import { newMapDoc } from '../shared/model/mapDoc.ts';
import { type MapJson, presentMap } from '../shared/model/presentMap.ts';
import { readMap } from '../shared/model/readMap.ts';
import { writeMeta } from '../shared/model/writeRecord.ts';
import { closeCodes } from '../shared/protocol/closeCodes.ts';
import type { CreateMapBody } from '../shared/protocol/http.ts';
import { sampleMap } from '../shared/samples/index.ts';
import { summarize } from './documents/mapDocument.ts';
import { Pictures } from './pictures.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { MapSummary, Storage, StoredMap } from './storage/storage.ts';
import type { TableFile } from './tasks/importTable.ts';
import type { TaskPool } from './tasks/taskPool.ts';

/**
 * What can be done to maps as wholes; what happens inside one goes through its room. Whoever is in a map sees at once
 * what happens to it here. Calls about a map that is not there reject with `MapUnavailable` or answer false.
 */
export class Maps {
  readonly #storage: Storage;
  readonly #rooms: Rooms;

  readonly #tasks: TaskPool;
  readonly #pictures: Pictures;

  constructor(storage: Storage, rooms: Rooms, tasks: TaskPool) {
    this.#storage = storage;
    this.#rooms = rooms;
    this.#tasks = tasks;
    this.#pictures = new Pictures(storage, tasks);
  }

  /** An empty map, or one of the finished samples under its own title or another. */
  async create({ title, sample }: CreateMapBody): Promise<string> {
    const today = isoToday(new Date());
    const doc = sample ? sampleMap(sample, { newId: randomUUID, today }) : newMapDoc(title ?? '');
    if (sample && title !== undefined) doc.transact(() => writeMeta(doc, { title }));
    const id = await this.#add(summarize(doc), Y.encodeStateAsUpdate(doc));
    doc.destroy();
    return id;
  }

  /** A new map from a table file; what could not be understood comes back beside the id. */
  async importTable(
    file: TableFile,
  ): Promise<
    { status: 'imported'; id: string; warnings: readonly ImportWarning[] } | { status: 'refused'; reason: string }
  > {
    const imported = await this.#tasks.run('importTable', file);
    if (imported.status === 'refused') return imported;
    const { checkpoint, summary, warnings } = imported;
    return { status: 'imported', id: await this.#add(summary, checkpoint), warnings };
  }

  async #add(summary: MapSummary, checkpoint: Uint8Array): Promise<string> {
    const id = newMapId();
    await this.#storage.createMap({ ...summary, id, createdAt: Date.now(), checkpoint });
    return id;
  }

  list(where: 'live' | 'trash'): Promise<StoredMap[]> {
    return this.#storage.listMaps(where);
  }

  async read(id: string): Promise<MapJson> {
    const read = await this.#rooms.read(id, (doc) =>
      isLarge(doc) ? { update: Y.encodeStateAsUpdate(doc) } : { map: presentMap(id, readMap(doc)) },
    );
    return read.map ?? this.#tasks.run('presentUpdate', { id, update: read.update });
  }

  /** The map in the size of a stamp; null when there is no such map. */
  async picture(id: string): Promise<MapPicture | null> {
    const record = await this.#storage.findMap(id);
    return record && this.#pictures.of(record);
  }

  rename(id: string, title: string): Promise<void> {
    return this.#rooms.change(id, (doc) => writeMeta(doc, { title }));
  }

  async moveToTrash(id: string): Promise<boolean> {
    // First the record, then the room: whoever comes in between finds the record already changed.
    const moved = await this.#storage.moveToTrash(id, Date.now());
    if (moved) this.#rooms.end(id, closeCodes.inTrash);
    return moved;
  }

  restore(id: string): Promise<boolean> {
    return this.#storage.restoreFromTrash(id);
  }

  async destroy(id: string): Promise<boolean> {
    const destroyed = await this.#storage.destroyTrashed(id);
    if (destroyed) this.#rooms.end(id, closeCodes.unknownMap);
    return destroyed;
  }
}

/** Reading a map of this size takes long enough to be felt by those who type meanwhile. */
const isLarge = (doc: Y.Doc): boolean => {
  const { counts } = summarize(doc);
  return counts.touchpoints + counts.handoffs + counts.steps > 2_000;
};

/** 128 random bits: an id cannot be guessed, since for now knowing it is all it takes to open the map. */
const newMapId = (): string => randomBytes(16).toString('base64url');

/** Anything else is no map's id, and is not looked up. */
export const isMapId = (id: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(id);
