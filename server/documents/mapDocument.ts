import * as Y from 'yjs';
import { COLLECTIONS } from '../../shared/model/collections.ts';
import { metaOf, REMOVED, rootOf } from '../../shared/model/mapDoc.ts';
import { readMeta } from '../../shared/model/readRecord.ts';
import { cutTitle } from '../../shared/model/titles.ts';
import type { MapSummary } from '../storage/storage.ts';
import type { DocumentRules } from './inspectUpdate.ts';

/** What the server knows of a map's document: its parts, and what the list of maps shows of it. */
export const mapRules: DocumentRules = { roots: new Set<string>(['meta', ...COLLECTIONS]) };

const COUNTED = ['stages', 'steps', 'lanes', 'touchpoints', 'handoffs'] as const;

export function summarize(doc: Y.Doc): MapSummary {
  const { title, state, template } = readMeta(metaOf(doc));
  const [stages, steps, lanes, touchpoints, handoffs] = COUNTED.map((collection) => countIn(rootOf(doc, collection)));
  const counts = {
    stages: stages ?? 0,
    steps: steps ?? 0,
    lanes: lanes ?? 0,
    touchpoints: touchpoints ?? 0,
    handoffs: handoffs ?? 0,
  };
  return { title: cutTitle(title.trim()).title, state, template, counts };
}

function countIn(root: Y.Map<unknown>): number {
  let count = 0;
  for (const item of root.values()) if (item instanceof Y.Map && item.get(REMOVED) !== true) count++;
  return count;
}

/** Whether a transaction may have changed what `summarize` says: most only change a field somewhere below. */
export function touchesSummary(transaction: Y.Transaction): boolean {
  const meta = metaOf(transaction.doc);
  for (const [type, keys] of transaction.changed) {
    if (type.parent === null || type.parent === meta || keys.has(REMOVED)) return true;
  }
  return false;
}
