import type * as Y from 'yjs';
import { fileNameOf } from '../../../shared/export/formats.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { saveFile } from '../topbar/saveFile.ts';

/** Hands out a map as this browser has it, as a file from which a new map can be made: "Import" on the home page. */
export function saveMapFile(mapId: string, doc: Y.Doc): void {
  const map = presentMap(mapId, readMap(doc));
  const json = new Blob([`${JSON.stringify(map, null, 2)}\n`], { type: 'application/json' });
  saveFile(json, fileNameOf(`${map.title || 'Map'} (as kept here)`, 'json'));
}
