import * as z from 'zod/mini';
import type { MapJson } from '../../../shared/model/presentMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { snapshotOf } from '../../../shared/model/snapshotOf.ts';
import { type Answer, request } from '../../http/request.ts';

/** The server writes it from the same records; all that could be wrong is that this is no map at all. */
const mapJson = z.custom<MapJson>(
  (value) => typeof value === 'object' && value !== null && 'format' in value && value.format === 'throughline-map',
);

/** Another map, as the server has it. */
export async function readMap(id: string): Promise<Answer<MapSnapshot>> {
  const answer = await request({ method: 'GET', path: `/api/maps/${encodeURIComponent(id)}`, answer: mapJson });
  return answer.status === 'done' ? { status: 'done', value: snapshotOf(answer.value) } : answer;
}
