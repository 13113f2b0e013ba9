import { type ExportRequest, exportMap } from '../../shared/export/exportMap.ts';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { createTextEngine, type TextEngine } from '../../shared/text/engine.ts';
import { nodeTextResources } from './resources.ts';

/** One engine a thread: it keeps the fonts it has opened, and what it has shaped. */
let engine: Promise<TextEngine> | null = null;

function sharedEngine(): Promise<TextEngine> {
  engine ??= createTextEngine(nodeTextResources()).catch((error: unknown) => {
    engine = null; // a file that was missing may be there next time
    throw error;
  });
  return engine;
}

/**
 * A map as a file, byte for byte the one that a browser makes of it. It keeps a processor busy for tenths of a second:
 * call it in a worker thread where others wait. Rejects when a font cannot be read.
 */
export function exportOfMap(map: MapSnapshot, request: ExportRequest): Promise<Uint8Array> {
  return exportMap(map, findGaps(map, request.date.slice(0, 10)), request, { engine: sharedEngine });
}
