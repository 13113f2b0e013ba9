import type { Bubble } from '../../../shared/insights/priorities.ts';

/** In percent of the chart, from its lower left corner. */
export interface ChartPlace {
  readonly left: number;
  readonly bottom: number;
}

const LEVELS = 5;
const CELL = 100 / LEVELS;

/** The middle of its cell; several in one cell stand around it in a circle. */
export function placeOf({ effort, impact, nth, of }: Pick<Bubble, 'effort' | 'impact' | 'nth' | 'of'>): ChartPlace {
  const angle = (nth / of) * 2 * Math.PI;
  const away = of > 1 ? CELL * 0.24 : 0;
  return {
    left: (effort - 0.5) * CELL - Math.cos(angle) * away,
    bottom: (impact - 0.5) * CELL + Math.sin(angle) * away,
  };
}

/** The levels at a place. */
export function spotAt({ left, bottom }: ChartPlace): { effort: number; impact: number } {
  const level = (percent: number) => Math.min(LEVELS, Math.max(1, Math.ceil(percent / CELL)));
  return { effort: level(left), impact: level(bottom) };
}
