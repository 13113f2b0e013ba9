import { type MapPicture, mapPicture } from '../../shared/insights/mapPicture.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { mapRules } from '../documents/mapDocument.ts';
import { readLog } from '../documents/readLog.ts';
import type { StoredLog } from '../storage/storage.ts';

/** The picture of a map as it is stored. `today` is an ISO day. */
export function pictureOfLog({ log, today }: { readonly log: StoredLog; readonly today: string }): MapPicture {
  const { doc } = readLog(log, mapRules);
  const picture = mapPicture(readMap(doc), today);
  doc.destroy();
  return picture;
}
