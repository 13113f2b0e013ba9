import { randomBytes, randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { saidIn } from '../shared/export/commentTable.ts';
import type { ExportRequest } from '../shared/export/exportMap.ts';
import type { ImportWarning } from '../shared/import/warnings.ts';
import type { MapPicture } from '../shared/insights/mapPicture.ts';
import { isoToday } from '../shared/model/day.ts';
import { newMapDoc } from '../shared/model/mapDoc.ts';
import { type MapJson, presentMap } from '../shared/model/presentMap.ts';
import { readMap } from '../shared/model/readMap.ts';
import { cutTitle, TITLE_LIMIT } from '../shared/model/titles.ts';
import { writeMeta } from '../shared/model/writeRecord.ts';
import { type CloseReason, closeCodes } from '../shared/protocol/closeCodes.ts';
import type { CopyMapBody, CreateMapBody } from '../shared/protocol/http.ts';
import { sampleMap } from '../shared/samples/index.ts';
import { readTalk } from '../shared/talk/liveTalk.ts';
import { talkOf } from '../shared/talk/talkId.ts';
import { templateMap } from '../shared/templates/index.ts';
import type { AccessControl } from './access/accessControl.ts';
import { summarize } from './documents/mapDocument.ts';
import { Pictures } from './pictures.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { MapSummary, Storage, StoredMap } from './storage/storage.ts';
import type { MapSource } from './tasks/gapsOfMap.ts';
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
  readonly #access: Pick<AccessControl, 'mapChanged'>;
  readonly #pictures: Pictures;

  constructor(storage: Storage, rooms: Rooms, tasks: TaskPool, access: Pick<AccessControl, 'mapChanged'>) {
    this.#storage = storage;
    this.#rooms = rooms;
    this.#tasks = tasks;
    this.#access = access;
    this.#pictures = new Pictures(storage, tasks);
  }

  /** An empty map, one of the finished samples or a template, under its own title or another. */
  async create(begin: CreateMapBody, owner: string): Promise<string> {
    const doc = newDocument(begin);
    const id = await this.#add(summarize(doc), Y.encodeStateAsUpdate(doc), owner);
    doc.destroy();
    return id;
  }

  /** A new map from a table, a workbook or an exported map; what could not be understood comes back beside the id. */
  async importTable(
    file: TableFile,
    owner: string,
  ): Promise<
    | { status: 'imported'; id: string; warnings: readonly ImportWarning[] }
    | { status: 'refused'; reason: string; columns?: true }
  > {
    const imported = await this.#tasks.run('importTable', file);
    if (imported.status === 'refused') return imported;
    const { checkpoint, summary, warnings } = imported;
    return { status: 'imported', id: await this.#add(summary, checkpoint, owner), warnings };
  }

  /** A map with the same content, under its title or another; links, people and discussion stay where they are. */
  async copy(id: string, { title, state }: CopyMapBody, owner: string): Promise<string> {
    const update = await this.#rooms.read(id, (doc) => Y.encodeStateAsUpdate(doc));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const copyTitle = title ?? `${cutTitle(summarize(doc).title, TITLE_LIMIT - COPY.length).title}${COPY}`;
    // A plain copy is no other state of the same journey, and so nobody's counterpart.
    const pair = state ? { state, counterpart: id } : { counterpart: '' };
    doc.transact(() => writeMeta(doc, { title: copyTitle, template: false, ...pair }));
    const copy = await this.#add(summarize(doc), Y.encodeStateAsUpdate(doc), owner);
    doc.destroy();
    return copy;
  }

  async #add(summary: MapSummary, checkpoint: Uint8Array, owner: string): Promise<string> {
    const id = newMapId();
    await this.#storage.createMap({ ...summary, id, createdAt: Date.now(), checkpoint, owner });
    return id;
  }

  list(where: 'live' | 'trash'): Promise<StoredMap[]> {
    return this.#storage.listMaps(where);
  }

  async read(id: string): Promise<MapJson> {
    const source = await this.#source(id);
    return 'map' in source ? source.map : this.#tasks.run('presentUpdate', source);
  }

  /**
   * What the rules find in it, the worst first, as the bytes of its JSON: of a large map, all of it is done beside
   * the rooms, since it takes a while.
   */
  async gaps(id: string): Promise<Uint8Array> {
    return this.#tasks.run('gapsOfMap', { source: await this.#source(id), today: isoToday(new Date()) });
  }

  /** A map as it is handed to other threads: a large one as it is stored, because reading it takes a while. */
  #source(id: string): Promise<MapSource> {
    return this.#rooms.read(
      id,
      (doc): MapSource =>
        isLarge(doc) ? { id, update: Y.encodeStateAsUpdate(doc) } : { map: presentMap(id, readMap(doc)) },
    );
  }

  /** The map as a file, with the title it had at that moment. */
  async exportFile(
    id: string,
    request: ExportRequest,
  ): Promise<{ readonly title: string; readonly bytes: Uint8Array }> {
    const map = await this.read(id);
    // The discussion is another document, and opened only for those who want it on paper.
    const said = request.include?.includes('comments')
      ? { comments: await this.#rooms.read(talkOf(id), (doc) => saidIn(readTalk(doc))) }
      : {};
    return { title: map.title, bytes: await this.#tasks.run('exportFile', { map, request: { ...request, ...said } }) };
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
    if (moved) this.#ended(id, closeCodes.inTrash);
    return moved;
  }

  async restore(id: string): Promise<boolean> {
    const restored = await this.#storage.restoreFromTrash(id);
    if (restored) this.#access.mapChanged(id);
    return restored;
  }

  async destroy(id: string): Promise<boolean> {
    const destroyed = await this.#storage.destroyTrashed(id);
    if (destroyed) this.#ended(id, closeCodes.unknownMap);
    return destroyed;
  }

  #ended(id: string, reason: CloseReason): void {
    // First the room, which knows why: those who only hear that they have no right any more would not be told.
    this.#rooms.end(id, reason);
    this.#access.mapChanged(id);
  }
}

function newDocument({ title, sample, template }: CreateMapBody): Y.Doc {
  if (template) return templateMap(template, randomUUID, title);
  if (!sample) return newMapDoc(title ?? '');
  const doc = sampleMap(sample, { newId: randomUUID, today: isoToday(new Date()) });
  if (title !== undefined) doc.transact(() => writeMeta(doc, { title }));
  return doc;
}

/** Reading a map of this size takes long enough to be felt by those who type meanwhile. */
const isLarge = (doc: Y.Doc): boolean => {
  const { counts } = summarize(doc);
  return counts.touchpoints + counts.handoffs + counts.steps > 2_000;
};

const COPY = ' (copy)';

/** 128 random bits. Knowing one opens nothing, and still nobody should find out how many maps there are. */
const newMapId = (): string => {
  const id = randomBytes(16).toString('base64url');
  // One that begins like an option could not be named on the command line.
  return id.startsWith('-') ? newMapId() : id;
};

/** Anything else is no map's id, and is not looked up. */
export const isMapId = (id: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(id);
