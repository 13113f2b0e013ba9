import { encodeRow } from './logRow.ts';
import type { MapSummary, NewRow, Storage, StoredWriter } from './storage.ts';

/** Whose edits are to be stored: an open document. */
export interface LogWriter {
  readonly map: string;
  /**
   * Read at the moment of the commit, so title and edit reach the disk together; null where no list shows it. May
   * throw when its document broke.
   */
  summary(): MapSummary | null;
  /** Everything appended up to this position is on disk. Must not throw. */
  committed(position: number): void;
}

export interface CommitQueueOptions {
  /** How long the first waiting edit waits for others, in milliseconds. */
  readonly delay?: number;
  /** Bytes of edits that may wait: beyond that the queue is full. It takes what comes all the same. */
  readonly capacity?: number;
  readonly onCommit?: (rows: readonly NewRow[]) => void;
  /** Told of every attempt to store, whether or not it worked. */
  readonly onAttempt?: (attempt: { milliseconds: number; ok: boolean; rows: number }) => void;
  /** Called when storing begins to fail, and when it works again. */
  readonly onStatus?: (status: StoreStatus) => void;
}

export type StoreStatus = { readonly storage: 'ok' } | { readonly storage: 'failing'; readonly reason: string };

const DELAY = 8;
const FIRST_RETRY = 100;
const LONGEST_RETRY = 5_000;

/**
 * One commit for all open maps together: however many people type, the disk is asked to be sure a few hundred times
 * a second at most. While one commit is under way the next gathers. What cannot be stored stays here, in order, and
 * is tried again with growing pauses.
 */
export class CommitQueue {
  readonly #storage: Pick<Storage, 'append'>;
  readonly #options: CommitQueueOptions;
  #waiting = new Map<LogWriter, Waiting>();
  #underWay: Map<LogWriter, Waiting> | null = null;
  readonly #summaries = new WeakMap<LogWriter, MapSummary>();
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #bytes = 0;
  #status: StoreStatus = { storage: 'ok' };
  #settling: { readonly map: string | null; resolve(): void }[] = [];

  constructor(storage: Pick<Storage, 'append'>, options: CommitQueueOptions = {}) {
    this.#storage = storage;
    this.#options = options;
  }

  get status(): StoreStatus {
    return this.#status;
  }

  /** Storage has failed for so long that memory would run out: whoever can refuse edits should. */
  get isFull(): boolean {
    return this.#bytes > (this.#options.capacity ?? Number.POSITIVE_INFINITY);
  }

  /** What is not on disk yet. */
  get unstored(): { readonly edits: number; readonly bytes: number } {
    let edits = 0;
    for (const batch of [this.#waiting, this.#underWay]) {
      for (const { updates } of batch?.values() ?? []) edits += updates.length;
    }
    return { edits, bytes: this.#bytes };
  }

  /** Positions of one writer only grow. */
  append(writer: LogWriter, update: Uint8Array, position: number, writers: readonly StoredWriter[] = []): void {
    this.#bytes += update.length;
    const waiting = this.#waiting.get(writer);
    if (waiting) {
      waiting.updates.push(update);
      waiting.writers.push(...writers);
      waiting.position = position;
    } else {
      this.#waiting.set(writer, { updates: [update], writers: [...writers], position });
    }
    if (!this.#underWay) this.#schedule(this.#options.delay ?? DELAY);
  }

  /** Resolves when nothing of this map (of any map, when none is named) waits to be stored. */
  settled(map: string | null = null): Promise<void> {
    if (!this.#holds(map)) return Promise.resolve();
    return new Promise((resolve) => this.#settling.push({ map, resolve }));
  }

  /** Tries at once instead of at the end of a pause. */
  hurry(): void {
    if (this.#underWay || this.#waiting.size === 0) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    void this.#commit();
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#commit();
    }, delay);
  }

  async #commit(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = new Map();
    this.#underWay = batch;
    const began = performance.now();
    const failure = await this.#store(batch);
    this.#options.onAttempt?.({ milliseconds: performance.now() - began, ok: failure === null, rows: batch.size });
    this.#underWay = null;
    if (failure) this.#putBack(batch, failure);
    else this.#stored(batch);
  }

  async #store(batch: ReadonlyMap<LogWriter, Waiting>): Promise<string | null> {
    try {
      const at = Date.now();
      const rows = [...batch].map(([writer, { updates, writers }]) => ({
        map: writer.map,
        data: encodeRow(updates),
        at,
        summary: this.#summaryOf(writer),
        writers,
      }));
      await this.#storage.append(rows);
      this.#options.onCommit?.(rows);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** One document that broke must not hold up what everybody else wrote. */
  #summaryOf(writer: LogWriter): MapSummary | null {
    try {
      const summary = writer.summary();
      if (summary) this.#summaries.set(writer, summary);
      return summary;
    } catch {
      return this.#summaries.get(writer) ?? null;
    }
  }

  #stored(batch: ReadonlyMap<LogWriter, Waiting>): void {
    this.#failures = 0;
    if (this.#status.storage !== 'ok') this.#report({ storage: 'ok' });
    for (const [writer, { updates, position }] of batch) {
      this.#bytes -= updates.reduce((sum, update) => sum + update.length, 0);
      writer.committed(position);
    }
    if (this.#waiting.size > 0) this.#schedule(0);
    this.#settling = this.#settling.filter(({ map, resolve }) => this.#holds(map) || resolve());
  }

  #putBack(batch: Map<LogWriter, Waiting>, reason: string): void {
    for (const [writer, later] of this.#waiting) {
      const earlier = batch.get(writer);
      if (!earlier) batch.set(writer, later);
      else
        batch.set(writer, {
          updates: [...earlier.updates, ...later.updates],
          writers: [...earlier.writers, ...later.writers],
          position: later.position,
        });
    }
    this.#waiting = batch;
    this.#schedule(Math.min(FIRST_RETRY * 2 ** this.#failures++, LONGEST_RETRY));
    if (this.#status.storage === 'ok' || this.#status.reason !== reason) this.#report({ storage: 'failing', reason });
  }

  #report(status: StoreStatus): void {
    this.#status = status;
    this.#options.onStatus?.(status);
  }

  #holds(map: string | null): boolean {
    for (const batch of [this.#waiting, this.#underWay]) {
      if (!batch) continue;
      if (map === null ? batch.size > 0 : [...batch.keys()].some((writer) => writer.map === map)) return true;
    }
    return false;
  }
}

interface Waiting {
  readonly updates: Uint8Array[];
  readonly writers: StoredWriter[];
  position: number;
}
