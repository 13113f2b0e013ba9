import type * as Y from 'yjs';
import { liveMap } from '../model/liveMap.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/**
 * One thing a user can do to a map. Everything random (ids) and everything chosen comes with the input, so that the
 * same commands always give the same map and tests can replay them.
 */
export interface Command<Input> {
  /** Stable, for logs: `touchpoint.add`. */
  readonly name: string;
  /** What menus and the undo button call it. */
  readonly label: string;
  /** Why this cannot be done now, in a sentence for the person who tried; null when it can. */
  refuse(map: MapSnapshot, input: Input): string | null;
  /**
   * Writes beforehand what is not undone with the command: a new item, still marked as deleted. The command itself
   * then only takes the mark away, and its undo sets it again. Were the creation itself undone, everything that others
   * typed into the item meanwhile would be destroyed with it.
   */
  prepare?(doc: Y.Doc, input: Input, map: MapSnapshot): void;
  /** Writes. Called only when `refuse` had nothing against it, inside one transaction. */
  apply(doc: Y.Doc, input: Input, map: MapSnapshot): void;
}

export type Outcome = { readonly status: 'done' } | { readonly status: 'refused'; readonly reason: string };

/** The origin of what nobody's undo may track. */
export const PREPARATION = 'preparation';

/**
 * Runs a command as one transaction, which is one undo step for whoever tracks `origin`. A refused command has
 * written nothing. Not to be called inside a transaction: what a command prepares would then be undone with it.
 */
export function run<Input>(doc: Y.Doc, command: Command<Input>, input: NoInfer<Input>, origin: unknown): Outcome {
  const map = liveMap(doc).snapshot();
  const reason = command.refuse(map, input);
  if (reason !== null) return { status: 'refused', reason };
  if (command.prepare) doc.transact(() => command.prepare?.(doc, input, map), PREPARATION);
  doc.transact(() => command.apply(doc, input, map), origin);
  return { status: 'done' };
}
