import { type MapJson, presentMap } from '../../shared/model/presentMap.ts';
import { readUpdate } from './readUpdate.ts';

/** The map that an update holds whole, as JSON values. */
export const presentUpdate = ({ id, update }: { readonly id: string; readonly update: Uint8Array }): MapJson =>
  presentMap(id, readUpdate(update));
