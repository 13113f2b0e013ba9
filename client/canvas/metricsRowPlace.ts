import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useMap } from '../session/SessionContext.tsx';
import { metricsOn } from './items.ts';

/** How far below the lanes the row begins: what adds a lane and what brings hidden ones back stand between them. */
export const ROW_TOP = 76;
/** One chip with the room around it. */
export const LINE = 27;
const PADDING = 8;
/** With less the name of the row and its caption would not fit beside it. */
const LEAST = 56;

interface Measured {
  /** Whether anything is measured at a stage as a whole. */
  readonly stages: boolean;
  readonly height: number;
}

/** How far the row of metrics reaches below the lanes; 0 where there is none. */
export function metricsHeight(map: MapSnapshot): number {
  const measured = measuredOf(measuredIn(map));
  return measured ? ROW_TOP + measured.height : 0;
}

/** How high the row of metrics is; null where neither a stage nor a step is measured. */
export function useMeasured(): Measured | null {
  return measuredOf(useMap(measuredIn));
}

const counted = new WeakMap<MapSnapshot['metrics'], Pick<MapSnapshot, 'stages' | 'steps'> & { found: string }>();

/** Two numbers as one string, so that only a change of them counts. Asked for while one zooms, so it remembers. */
function measuredIn({ metrics, stages, steps }: MapSnapshot): string {
  const known = counted.get(metrics);
  if (known?.stages === stages && known.steps === steps) return known.found;
  const found = count(metrics, stages, steps);
  counted.set(metrics, { stages, steps, found });
  return found;
}

function count(metrics: MapSnapshot['metrics'], stages: MapSnapshot['stages'], steps: MapSnapshot['steps']): string {
  const most = steps.list.reduce((sum, { id }) => Math.max(sum, metricsOn(metrics, { kind: 'step', id }).length), 0);
  return `${stages.list.some(({ id }) => metricsOn(metrics, { kind: 'stage', id }).length > 0) ? 1 : 0} ${most}`;
}

function measuredOf(found: string): Measured | null {
  const [ofStages = 0, most = 0] = found.split(' ').map(Number);
  if (ofStages + most === 0) return null;
  return { stages: ofStages > 0, height: Math.max(LEAST, (ofStages + most) * LINE + 2 * PADDING) };
}
