import { decodeRow } from '../storage/logRow.ts';
import type { StoredLog } from '../storage/storage.ts';
import { type DocumentRules, inspectUpdate } from './inspectUpdate.ts';

/**
 * What is stored of a document, as edits that fit one on the other for somebody who has nothing of it; null when there
 * is anything about them that only building the document can settle. Looking through them takes a tenth of the time.
 */
export function storedUpdates({ checkpoint, rows }: StoredLog, rules: DocumentRules): readonly Uint8Array[] | null {
  if (!checkpoint) return null;
  const known = new Map<number, number>();
  const updates = [checkpoint.data];
  try {
    for (const { data } of rows) updates.push(...decodeRow(data));
    if (!updates.every((update) => fits(update, known, rules)) || known.size === 0) return null;
  } catch {
    // Malformed or torn: whoever builds the document finds it again, and says so.
    return null;
  }
  return updates;
}

/** Whether everything an edit builds on is known; then what it adds is known, too. */
function fits(update: Uint8Array, known: Map<number, number>, rules: DocumentRules): boolean {
  const { adds, needs, hasHoles } = inspectUpdate(update, rules);
  if (hasHoles) return false;
  for (const [client, { from, to }] of adds) {
    const clock = known.get(client) ?? 0;
    if (from > clock) return false;
    known.set(client, Math.max(clock, to));
  }
  for (const [client, upTo] of needs) if (upTo > (known.get(client) ?? 0)) return false;
  return true;
}
