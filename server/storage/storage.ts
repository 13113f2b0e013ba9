import type { MapCounts } from '../../shared/protocol/http.ts';

/**
 * Where maps live. Every adapter passes `tests/server/storageContract.ts`. A call that resolves is on disk; one
 * that rejects may be repeated, because edits may be stored twice without harm.
 *
 * Of each map there is one record, and its document: the newest checkpoint plus the rows appended since.
 */
export interface Storage {
  /** Adds a map with its first checkpoint, in one transaction. */
  createMap(map: NewMap): Promise<void>;
  findMap(id: string): Promise<StoredMap | null>;
  /** Newest change first. */
  listMaps(where: 'live' | 'trash'): Promise<StoredMap[]>;
  /** False when no live map has this id. */
  moveToTrash(id: string, at: number): Promise<boolean>;
  /** False when no map with this id is in the trash. */
  restoreFromTrash(id: string): Promise<boolean>;
  /** Destroys a map for good; only what is in the trash can be destroyed, anything else answers false. */
  destroyTrashed(id: string): Promise<boolean>;

  /** Appends rows and brings the maps' records up to date: all of it in one transaction. */
  append(rows: readonly NewRow[]): Promise<void>;
  /** One checkpoint, the newest (or the newest older than `before`), and all rows: as they were at one moment. */
  readLog(map: string, before?: number): Promise<StoredLog>;
  /**
   * Puts a checkpoint in the place of exactly the rows it was folded from, in one transaction; rows that came
   * meanwhile stay. False, and nothing changed, when the log was folded by somebody else since it was read.
   */
  replaceLog(map: string, fold: Fold): Promise<boolean>;
  /** The ids of all documents that have a log, whether or not there is a record of their map; in order. */
  listLogs(): Promise<string[]>;

  /** Takes parts that cannot be read out of the log and keeps them, so that the rest of the map opens. */
  setAside(map: string, parts: readonly UnreadablePart[]): Promise<void>;
  /** How much lies aside: all maps together. */
  countSetAside(): Promise<number>;
  /** What lies aside, oldest first; of one map, or of all. */
  listSetAside(map?: string): Promise<SetAsidePart[]>;
  /** Destroys what lies aside of one map, or of all. Answers how much that was. */
  clearSetAside(map?: string): Promise<number>;

  /** Who writes to a document under which client id. */
  readWriters(map: string): Promise<StoredWriter[]>;
  /** Nobody can hold edits of this document that are not on disk, except those under `keep`: `atRisk` ends for all others. */
  releaseWriters(map: string, keep?: readonly number[]): Promise<void>;

  /** Waits for what is under way, then lets go of the files. */
  close(): Promise<void>;
}

/** What the list of maps shows of a document; stored beside it in the same commit as the edit that changed it. */
export interface MapSummary {
  readonly title: string;
  readonly state: 'current' | 'future';
  readonly template: boolean;
  readonly counts: MapCounts;
}

/** Times are milliseconds since 1970, by the server's clock. */
export interface StoredMap extends MapSummary {
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

export interface NewMap extends MapSummary {
  readonly id: string;
  readonly createdAt: number;
  /** The whole document as one update: Yjs' first encoding, which opens faster than the smaller second. */
  readonly checkpoint: Uint8Array;
  /** The person whose map it is from the first moment on. */
  readonly owner?: string;
}

export interface NewRow {
  readonly map: string;
  /** Edits of one map since the commit before, framed by `logRow.ts`. */
  readonly data: Uint8Array;
  readonly at: number;
  /** Null leaves the one from before. */
  readonly summary: MapSummary | null;
  /** Client ids that were given to people, or to others than before, by these edits. */
  readonly writers?: readonly StoredWriter[];
}

/** A client id in one document, and the person who writes under it; see `clientIds.ts`. */
export interface StoredWriter {
  readonly client: number;
  readonly person: string;
  /** That person was seen to write under it; otherwise they only brought what was written under it. */
  readonly sure: boolean;
  /** Its edits may have reached others and not the disk, should the server end now without a goodbye. */
  readonly atRisk: boolean;
}

export interface StoredRow {
  readonly seq: number;
  readonly data: Uint8Array;
}

export interface StoredLog {
  readonly checkpoint: StoredRow | null;
  /** In the order in which they were appended. */
  readonly rows: readonly StoredRow[];
}

export interface Fold {
  /** The checkpoint that was folded, null when there was none. */
  readonly base: number | null;
  /** The rows that were folded: they and no others are removed. */
  readonly rows: readonly number[];
  readonly checkpoint: Uint8Array;
  readonly at: number;
}

/** A log made short, and what of it could not be read. */
export interface FoldedLog extends Omit<Fold, 'at'> {
  readonly unreadable: readonly UnreadablePart[];
}

export interface UnreadablePart {
  readonly kind: 'row' | 'checkpoint';
  readonly seq: number;
  readonly reason: string;
}

/** What was taken out of a log. */
export interface SetAsidePart {
  readonly map: string;
  readonly kind: 'row' | 'checkpoint';
  readonly bytes: number;
  /** When it was written, not when it was set aside. */
  readonly at: number;
  readonly reason: string;
}

/** Storage did not do what it was asked to, because of the disk or the database; asked again later it may. */
export class StorageFailed extends Error {}

/** Storage cannot be opened, for a reason that the person who starts the server can act on. */
export class StorageRefused extends Error {}
