import * as Y from 'yjs';
import type { Attempt } from '../storage/readBack.ts';
import type { FoldedLog, StoredLog } from '../storage/storage.ts';
import type { DocumentRules } from './inspectUpdate.ts';
import { readLog, UnreadableCheckpoint } from './readLog.ts';

/**
 * One checkpoint in the place of a checkpoint and rows. Through a document, not by merging bytes: only a document
 * drops what was deleted, and it is a hundred times faster. That the checkpoint cannot be read is a value, since it
 * is told from thread to thread.
 */
export function foldLog(log: StoredLog, rules: DocumentRules): Attempt<FoldedLog> {
  try {
    const { doc, base, rows, unreadable } = readLog(log, rules);
    const checkpoint = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return { status: 'read', value: { base, rows, unreadable, checkpoint } };
  } catch (error) {
    if (!(error instanceof UnreadableCheckpoint)) throw error;
    return { status: 'unreadable', reason: error.message };
  }
}
