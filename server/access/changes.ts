import type { AccessChange } from './access.ts';

/** Who is told when rights, sessions or people change, in the order in which they asked for it. */
export class Changes {
  readonly #listeners = new Set<(change: AccessChange) => void>();

  listen(listener: (change: AccessChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Everybody hears everything, whatever one of them makes of it: a right that ended must end everywhere. Then throws. */
  announce(...changes: readonly AccessChange[]): void {
    const failures: unknown[] = [];
    for (const change of changes) {
      for (const listener of this.#listeners) {
        try {
          listener(change);
        } catch (error) {
          failures.push(error);
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'a change of access was not taken in everywhere');
  }
}
