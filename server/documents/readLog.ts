import * as Y from 'yjs';
import { decodeRow } from '../storage/logRow.ts';
import type { StoredLog, UnreadablePart } from '../storage/storage.ts';
import { admitUpdate } from './admitUpdate.ts';
import type { DocumentRules } from './inspectUpdate.ts';

export interface ReadDocument {
  readonly doc: Y.Doc;
  /** The checkpoint that was used. */
  readonly base: number | null;
  /** The rows that went into the document, and no others. */
  readonly rows: readonly number[];
  /** What could not be read; the document is whole without it as far as it goes. */
  readonly unreadable: readonly UnreadablePart[];
  /** Bytes read: tells how large the map roughly is. */
  readonly bytes: number;
}

/**
 * Builds the document of a map from its log. A row that does not decode is left out and reported, and so is what
 * builds on it. Throws only when there was a checkpoint and none can be read: an empty map in its place would lie.
 */
export function readLog(log: StoredLog, rules: DocumentRules): ReadDocument {
  const unreadable: UnreadablePart[] = [];
  const checkpoints = [log.checkpoint, log.earlier].filter((checkpoint) => checkpoint !== null);
  for (const { seq, data } of checkpoints) {
    try {
      applyCheckpoint(new Y.Doc(), data);
      return readRows(log, rules, { seq, data }, unreadable);
    } catch (error) {
      unreadable.push({ kind: 'checkpoint', seq, reason: messageOf(error) });
    }
  }
  if (checkpoints.length > 0) throw new Error(`no checkpoint of this map can be read: ${unreadable[0]?.reason}`);
  return readRows(log, rules, null, unreadable);
}

function readRows(
  log: StoredLog,
  rules: DocumentRules,
  base: { seq: number; data: Uint8Array } | null,
  already: readonly UnreadablePart[],
): ReadDocument {
  const unreadable = new Map<number, string>();
  for (;;) {
    const doc = new Y.Doc();
    if (base) applyCheckpoint(doc, base.data);
    const failed = applyRows(doc, log, rules, unreadable);
    // A row on which Yjs threw may have left anything behind: begin again without it.
    if (failed) {
      doc.destroy();
      unreadable.set(failed.seq, failed.reason);
      continue;
    }
    const bytes = log.rows.reduce((sum, row) => sum + row.data.length, base?.data.length ?? 0);
    const rows = log.rows.map((row) => row.seq).filter((seq) => !unreadable.has(seq));
    const parts = [...unreadable].map(([seq, reason]) => ({ kind: 'row' as const, seq, reason }));
    return { doc, base: base?.seq ?? null, rows, unreadable: [...already, ...parts], bytes };
  }
}

function applyCheckpoint(doc: Y.Doc, data: Uint8Array): void {
  Y.applyUpdateV2(doc, data);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the checkpoint has holes');
}

function applyRows(
  doc: Y.Doc,
  log: StoredLog,
  rules: DocumentRules,
  unreadable: Map<number, string>,
): { seq: number; reason: string } | null {
  let under: number | null = null;
  try {
    // One transaction for all of them is twice as fast as one each.
    doc.transact(() => {
      for (const { seq, data } of log.rows) {
        if (unreadable.has(seq)) continue;
        under = seq;
        for (const update of decodeRow(data)) {
          if (!admitUpdate(doc, update, rules)) throw new Error('it builds on an edit that is missing');
        }
      }
      under = null;
    });
    return null;
  } catch (error) {
    if (under === null) throw error;
    return { seq: under, reason: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
