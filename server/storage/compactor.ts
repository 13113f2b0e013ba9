import { type Attempt, readBack } from './readBack.ts';
import type { FoldedLog, NewRow, Storage, StoredLog } from './storage.ts';

export interface CompactorOptions {
  readonly storage: Pick<Storage, 'readLog' | 'replaceLog' | 'setAside'>;
  /** Folds a log into a checkpoint, in a thread of its own. */
  readonly fold: (map: string, log: StoredLog) => Promise<Attempt<FoldedLog>>;
  readonly note: (map: string, text: string) => void;
  /** Something was set aside. */
  readonly onSetAside: () => void;
  /** A log was folded, or could not be. */
  readonly onFold?: (ok: boolean) => void;
  /** Rows after which a log is folded. */
  readonly rows?: number;
}

/** Opening a map reads at most 500 rows: folding begins early enough that those written meanwhile fit in. */
const ROWS = 250;
/** A log that outgrows its checkpoint is folded whatever its number of rows, unless both are small. */
const SMALL = 256 * 1024;
/** A map that is closed is folded when that saves the next opening something. */
const ROWS_WHEN_CLOSED = 20;

interface Tail {
  rows: number;
  bytes: number;
  checkpoint: number;
  folding: boolean;
  open: boolean;
}

/**
 * Keeps logs short: folds the checkpoint and the rows of a map into a new checkpoint, in the background and from
 * what is stored, never from the live document, so that nothing that is not in the fold is ever removed.
 */
export class Compactor {
  readonly #options: CompactorOptions;
  readonly #tails = new Map<string, Tail>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(options: CompactorOptions) {
    this.#options = options;
  }

  opened(map: string, { rows, checkpoint }: StoredLog): void {
    const bytes = rows.reduce((sum, row) => sum + row.data.length, 0);
    const tail = this.#tails.get(map) ?? { folding: false };
    // The same object goes on when its map is opened again while it is folded: it knows that it is.
    this.#tails.set(
      map,
      Object.assign(tail, { rows: rows.length, bytes, checkpoint: checkpoint?.data.length ?? 0, open: true }),
    );
    this.#consider(map);
  }

  appended(rows: readonly Pick<NewRow, 'map' | 'data'>[]): void {
    for (const { map, data } of rows) {
      const tail = this.#tails.get(map);
      if (!tail) continue;
      tail.rows++;
      tail.bytes += data.length;
      this.#consider(map);
    }
  }

  closed(map: string): void {
    const tail = this.#tails.get(map);
    if (!tail) return;
    tail.open = false;
    if (tail.rows >= ROWS_WHEN_CLOSED) this.#start(map, tail);
    else if (!tail.folding) this.#tails.delete(map);
  }

  /** Begins nothing new: whoever stops the server does not want to wait for what only makes the next opening faster. */
  pause(): void {
    this.#stopped = true;
  }

  /** Waits for what is under way; end the threads that fold before, and it is over at once. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  #consider(map: string): void {
    const tail = this.#tails.get(map);
    if (!tail) return;
    const outgrown = tail.bytes > Math.max(SMALL, 2 * tail.checkpoint);
    if (tail.rows >= (this.#options.rows ?? ROWS) || outgrown) this.#start(map, tail);
  }

  #start(map: string, tail: Tail): void {
    if (tail.folding || this.#stopped) return;
    tail.folding = true;
    const run = this.#fold(map, tail).finally(() => {
      tail.folding = false;
      this.#running.delete(run);
      if (!tail.open && this.#tails.get(map) === tail) this.#tails.delete(map);
    });
    this.#running.add(run);
  }

  async #fold(map: string, tail: Tail): Promise<void> {
    const { storage, fold, note } = this.#options;
    const { rows, bytes } = tail;
    try {
      const { value: folded, unreadable: checkpoints } = await readBack(storage, map, (log) => fold(map, log));
      const unreadable = [...checkpoints, ...folded.unreadable];
      for (const { kind, seq, reason } of unreadable) note(map, `set aside ${kind} ${seq}: ${reason}`);
      if (unreadable.length > 0) {
        await storage.setAside(map, unreadable);
        this.#options.onSetAside();
      } else if (folded.rows.length === 0) return;
      if (await storage.replaceLog(map, { ...folded, at: Date.now() })) tail.checkpoint = folded.checkpoint.length;
      this.#options.onFold?.(true);
    } catch (error) {
      if (!this.#stopped) this.#options.onFold?.(false);
      // The rows stay where they are and are not counted any more: it is tried again after as many new ones.
      if (!this.#stopped)
        note(map, `its log could not be folded: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      tail.rows = Math.max(0, tail.rows - rows);
      tail.bytes = Math.max(0, tail.bytes - bytes);
    }
  }
}
