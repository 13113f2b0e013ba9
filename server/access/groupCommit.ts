import type { CompiledQuery } from 'kysely';

/** So many belong into one commit at most: everybody's edits wait for it. */
const AT_ONCE = 100;

/**
 * Writes that many people cause at the same moment, when a room opens a link, in few commits: while one is under way,
 * the next gathers. Only for writes that cannot fail by themselves, since those of one commit fail together.
 */
export class GroupCommit {
  readonly #transact: (queries: readonly CompiledQuery[]) => Promise<unknown>;
  #waiting: { queries: readonly CompiledQuery[]; resolve(): void; reject(error: unknown): void }[] = [];
  #underWay = false;

  constructor(transact: (queries: readonly CompiledQuery[]) => Promise<unknown>) {
    this.#transact = transact;
  }

  /** Resolves when all of them are stored; none of them is otherwise. */
  add(queries: readonly CompiledQuery[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ queries, resolve, reject });
      if (!this.#underWay) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#underWay = true;
    // What comes in the same turn goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, AT_ONCE);
      try {
        await this.#transact(batch.flatMap(({ queries }) => queries));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#underWay = false;
  }
}
