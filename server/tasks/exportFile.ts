import type { ExportRequest } from '../../shared/export/exportMap.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { snapshotOf } from '../../shared/model/snapshotOf.ts';
import { exportOfMap } from '../export/exportOfMap.ts';

export interface FileOfMap {
  readonly map: MapJson;
  readonly request: ExportRequest;
}

/** A map as the interface gives it, as a file. */
export const exportFile = ({ map, request }: FileOfMap): Promise<Uint8Array> => exportOfMap(snapshotOf(map), request);
