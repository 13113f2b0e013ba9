import * as Y from 'yjs';
import { readMap } from '../../shared/model/readMap.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';

/** The map that an update holds whole. */
export function readUpdate(update: Uint8Array): MapSnapshot {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const map = readMap(doc);
  doc.destroy();
  return map;
}
