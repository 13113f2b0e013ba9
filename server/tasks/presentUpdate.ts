import * as Y from 'yjs';
import { type MapJson, presentMap } from '../../shared/model/presentMap.ts';
import { readMap } from '../../shared/model/readMap.ts';

/** The map that an update holds whole, as JSON values. */
export function presentUpdate({ id, update }: { readonly id: string; readonly update: Uint8Array }): MapJson {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const presented = presentMap(id, readMap(doc));
  doc.destroy();
  return presented;
}
