/**
 * How far this page's edits have come. `saved` is said only of what the server reported to be on disk; "sent" is not
 * "saved". `edits` are those that are in this browser alone as far as anybody knows, counted as they are undone.
 */
export type Saving =
  | { readonly status: 'saved' }
  | { readonly status: 'saving'; readonly edits: number }
  /** Connected, but the server cannot write to its disk at present. */
  | { readonly status: 'not-stored'; readonly edits: number }
  /** No connection; `edits` are kept in this browser. */
  | { readonly status: 'offline'; readonly edits: number };

/**
 * Counts edits and matches them with the server's answers. A counter may only be sent behind what it stands for: on a
 * new connection that is after our answer to the server's first sync step, which carries everything the server lacks.
 * That answer is counted as well, whether or not this page knows of edits in it: what a browser kept from an earlier
 * visit must not be called saved before the server said so.
 */
export class SavedTracker {
  /** The last counter given out, and the highest the server was asked for and answered. */
  #counter = 0;
  #asked = 0;
  #answered = 0;
  /** Counters of edits that are not known to be on disk, in order. */
  #edits: number[] = [];
  /** Up to here the counters stand for edits of an earlier visit. */
  #restored = 0;
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
    const edits = this.#edits.length;
    if (!this.#caughtUp) return { status: 'offline', edits };
    if (this.#answered === this.#counter) return { status: 'saved' };
    return { status: this.#storageFails ? 'not-stored' : 'saving', edits };
  }

  /** How many edits are not known to be saved, of this page and of earlier visits. */
  get waiting(): { readonly own: number; readonly restored: number } {
    const restored = this.#edits.filter((edit) => edit <= this.#restored).length;
    return { own: this.#edits.length - restored, restored };
  }

  /** Whether the server has said of everything this page ever held that it is on disk. */
  get allSaved(): boolean {
    return this.#counter > 0 && this.#answered === this.#counter;
  }

  /** Edits made before this page was loaded, and kept in the browser since. */
  restore(edits: number): void {
    for (let i = 0; i < edits; i++) this.#edits.push(++this.#counter);
    this.#restored = this.#counter;
    this.#askIfNeeded();
    this.#changed();
  }

  /** @param goesOn it belongs to the edit before, as a letter belongs to its word: together they are one */
  edited(goesOn = false): void {
    const counter = ++this.#counter;
    // One edit is on disk when the last of it is.
    if (goesOn && (this.#edits.at(-1) ?? 0) > this.#restored) this.#edits[this.#edits.length - 1] = counter;
    else this.#edits.push(counter);
    this.#askIfNeeded();
    this.#changed();
  }

  /** Everything the server lacked has just been sent on this connection. */
  caughtUp(): void {
    this.#counter++;
    this.#caughtUp = true;
    this.#asked = this.#answered;
    this.#askIfNeeded();
    this.#changed();
  }

  disconnected(): void {
    this.#caughtUp = false;
    this.#changed();
  }

  answered(counter: number): void {
    this.#answered = Math.max(this.#answered, Math.min(counter, this.#counter));
    this.#edits = this.#edits.filter((edit) => edit > this.#answered);
    this.#askIfNeeded();
    this.#changed();
  }

  storage(state: 'ok' | 'failing'): void {
    this.#storageFails = state === 'failing';
    this.#changed();
  }

  /** One question in flight is enough while somebody types: its answer asks for the rest. */
  #askIfNeeded(): void {
    if (!this.#caughtUp || this.#answered === this.#counter || this.#asked > this.#answered) return;
    this.#asked = this.#counter;
    this.#ask(this.#counter);
  }
}
