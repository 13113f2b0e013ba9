import { presentMap } from '../../model/presentMap.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';

/**
 * Everything a map holds, as JSON: the only format that loses nothing, whatever people wrote. Import reads it back to
 * an equal map. The map's own id stays behind, because a copy is another map.
 */
export function paintJson(map: MapSnapshot): string {
  const { id: _id, unplaced: _unplaced, skipped: _skipped, ...content } = presentMap('', map);
  return `${JSON.stringify(content, null, 2)}\n`;
}
