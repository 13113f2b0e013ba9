import type { AccessChange } from './access.ts';

/** Who is told when rights, sessions or people change, in the order in which they asked for it. */
export class Changes {
  readonly #listeners = new Set<(change: AccessChange) => void>();

  listen(listener: (change: AccessChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(...changes: readonly AccessChange[]): void {
    for (const change of changes) {
      for (const listener of this.#listeners) listener(change);
    }
  }
}
