import * as Y from 'yjs';
import { messageOf } from '../messageOf.ts';
import { decodeRow, TornRow } from '../storage/logRow.ts';
import type { StoredLog, StoredRow, UnreadablePart } from '../storage/storage.ts';
import { admitUpdate } from './admitUpdate.ts';
import { Malformed } from './byteReader.ts';
import type { DocumentRules } from './inspectUpdate.ts';
import { tightenValues } from './tightenValues.ts';

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
 * builds on it. Throws `UnreadableCheckpoint`: see `openLog.ts`, which then goes back to an earlier one.
 */
export function readLog(log: StoredLog, rules: DocumentRules): ReadDocument {
  const { checkpoint } = log;
  const open = () => (checkpoint ? documentOf(checkpoint) : new Y.Doc());
  return readRows(log, rules, {
    seq: checkpoint?.seq ?? null,
    bytes: checkpoint?.data.length ?? 0,
    first: open(),
    open,
  });
}

/** Where the rows are put on top; `first` is opened already, since opening is most of the work. */
interface Base {
  readonly seq: number | null;
  readonly bytes: number;
  readonly first: Y.Doc;
  readonly open: () => Y.Doc;
}

/** The checkpoint of a log is of no use. */
export class UnreadableCheckpoint extends Error {}

function readRows(log: StoredLog, rules: DocumentRules, base: Base): ReadDocument {
  const unreadable = new Map<number, string>();
  for (let doc = base.first; ; doc = base.open()) {
    if (applyRows(doc, log, rules, unreadable)) {
      const bytes = log.rows.reduce((sum, row) => sum + row.data.length, base.bytes);
      const rows = log.rows.map((row) => row.seq).filter((seq) => !unreadable.has(seq));
      const parts = [...unreadable].map(([seq, reason]) => ({ kind: 'row' as const, seq, reason }));
      return { doc, base: base.seq, rows, unreadable: parts, bytes };
    }
    // Begin again without the rows that left something behind; opening is the most of the work, so not for each row.
    doc.destroy();
  }
}

function documentOf({ data }: StoredRow): Y.Doc {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, data);
  } catch (error) {
    throw new UnreadableCheckpoint(messageOf(error));
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new UnreadableCheckpoint('the checkpoint has holes');
  }
  // Yjs reads bytes of its other encoding, and zeros that a torn disk left, as an empty document without a word.
  if (doc.store.clients.size === 0) throw new UnreadableCheckpoint('the checkpoint reads as nothing');
  for (const client of doc.store.clients.keys()) tightenValues(doc, client, 0);
  return doc;
}

/**
 * Puts the rows on top, one after the other, and adds to `unreadable` those that cannot be. Answers whether the document
 * is what the other rows make of it; not when a row left a part of itself behind, or Yjs anything at all.
 */
function applyRows(doc: Y.Doc, log: StoredLog, rules: DocumentRules, unreadable: Map<number, string>): boolean {
  let isWhole = true;
  let under: number | null = null;
  try {
    // One transaction for all of them is twice as fast as one each.
    doc.transact(() => {
      for (const { seq, data } of log.rows) {
        if (unreadable.has(seq)) continue;
        under = seq;
        const { applied, failure } = applyRow(doc, data, rules);
        if (failure === null) continue;
        unreadable.set(seq, failure);
        // Go on: a later row may hold again what is missing. What fails on too much fails on what is left as well.
        if (applied > 0) isWhole = false;
      }
      under = null;
    });
    return isWhole;
  } catch (error) {
    if (under === null) throw error;
    unreadable.set(under, messageOf(error));
    return false;
  }
}

/** Applies the edits of a row up to the first that cannot be. Throws when Yjs did, which may have left anything behind. */
function applyRow(doc: Y.Doc, data: Uint8Array, rules: DocumentRules): { applied: number; failure: string | null } {
  let applied = 0;
  try {
    for (const update of decodeRow(data)) {
      if (!admitUpdate(doc, update, rules)) return { applied, failure: 'it builds on an edit that is missing' };
      applied++;
    }
    return { applied, failure: null };
  } catch (error) {
    if (!(error instanceof Malformed || error instanceof TornRow)) throw error;
    return { applied, failure: error.message };
  }
}
