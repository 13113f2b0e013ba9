/**
 * What one client is owed: word of how much of what it sent is on disk. It sets marks (counters of its own) between
 * its edits; a mark is reached when the log is. While an edit waits for one that is missing, nothing is acknowledged.
 */
export class Receipts {
  readonly #onGivenUp: () => void;
  readonly #patience: number;
  #marks: { readonly counter: number; readonly position: number }[] = [];
  #missing: { readonly giveUp: NodeJS.Timeout; mark: number | null } | null = null;

  /** @param patience how long missing edits are waited for, in milliseconds; then `onGivenUp` */
  constructor(patience: number, onGivenUp: () => void) {
    this.#patience = patience;
    this.#onGivenUp = onGivenUp;
  }

  get isOwed(): boolean {
    return this.#marks.length > 0;
  }

  /** What was sent before this counter is in the document; it is on disk when the log has reached the position. */
  mark(counter: number, position: number): void {
    if (this.#missing) this.#missing.mark = counter;
    else this.#marks.push({ counter, position });
  }

  /** The highest counter that is reached by now, if any is. */
  reached(position: number): number | null {
    let reached: number | null = null;
    while (this.#marks[0] && this.#marks[0].position <= position) reached = this.#marks.shift()?.counter ?? null;
    return reached;
  }

  /** Something that this client's edits build on has not arrived; false when it is being waited for already. */
  expectMissing(): boolean {
    if (this.#missing) return false;
    this.#missing = { giveUp: setTimeout(this.#onGivenUp, this.#patience), mark: null };
    return true;
  }

  /** All that was missing is there; answers the mark that had to wait for it. */
  missingArrived(): number | null {
    if (!this.#missing) return null;
    clearTimeout(this.#missing.giveUp);
    const { mark } = this.#missing;
    this.#missing = null;
    return mark;
  }

  /** The document was read again from the disk: what was on its way to it is asked for once more. */
  startOver(): void {
    const last = this.#marks.at(-1);
    this.#marks = [];
    this.expectMissing();
    if (last && this.#missing) this.#missing.mark ??= last.counter;
  }

  close(): void {
    if (this.#missing) clearTimeout(this.#missing.giveUp);
  }
}
