/**
 * How far this page's edits have come. `saved` is said only of edits that the server reported to be on disk;
 * "sent" is not "saved".
 */
export type Saving =
  | { readonly status: 'saved' }
  | { readonly status: 'saving'; readonly edits: number }
  /** Connected, but the server cannot write to its disk at present. */
  | { readonly status: 'not-stored'; readonly edits: number }
  /** No connection; `edits` are kept in this browser. */
  | { readonly status: 'offline'; readonly edits: number };

/**
 * Counts edits and matches them with the server's answers. A counter may only be sent behind the edits it stands
 * for: on a new connection that is after our answer to the server's first sync step, which carries everything the
 * server lacks.
 */
export class SavedTracker {
  #edits = 0;
  #asked = 0;
  #saved = 0;
  #caughtUp = false;
  #storageFails = false;
  readonly #ask: (counter: number) => void;
  readonly #changed: () => void;

  /** @param ask sends a counter to the server; @param changed is told when `saving` may read differently */
  constructor(ask: (counter: number) => void, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  get saving(): Saving {
    const edits = this.#edits - this.#saved;
    if (!this.#caughtUp) return { status: 'offline', edits };
    if (edits === 0) return { status: 'saved' };
    return { status: this.#storageFails ? 'not-stored' : 'saving', edits };
  }

  /** Edits made before this page was loaded, and kept in the browser since. */
  restore(edits: number): void {
    this.#edits += edits;
    this.#askIfNeeded();
    this.#changed();
  }

  edited(): void {
    this.#edits++;
    this.#askIfNeeded();
    this.#changed();
  }

  /** Everything the server lacked has just been sent on this connection. */
  caughtUp(): void {
    this.#caughtUp = true;
    this.#asked = this.#saved;
    this.#askIfNeeded();
    this.#changed();
  }

  disconnected(): void {
    this.#caughtUp = false;
    this.#changed();
  }

  answered(counter: number): void {
    this.#saved = Math.max(this.#saved, Math.min(counter, this.#edits));
    this.#askIfNeeded();
    this.#changed();
  }

  storage(state: 'ok' | 'failing'): void {
    this.#storageFails = state === 'failing';
    this.#changed();
  }

  /** One question in flight is enough while somebody types: its answer asks for the rest. */
  #askIfNeeded(): void {
    if (!this.#caughtUp || this.#edits === this.#saved || this.#asked > this.#saved) return;
    this.#asked = this.#edits;
    this.#ask(this.#edits);
  }
}
