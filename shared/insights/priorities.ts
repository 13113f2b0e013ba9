import type { Initiative } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** An initiative among the others, by what it brings and what it takes. */
export interface Bubble {
  readonly initiative: Initiative;
  /** 1 to 5. */
  readonly effort: number;
  readonly impact: number;
  /** Area by expected value: from 0 (nobody said, or nothing) to 1 (the greatest of the map). */
  readonly size: number;
  /** Several at one place stand beside one another: which of how many. */
  readonly nth: number;
  readonly of: number;
}

export interface Priorities {
  readonly bubbles: readonly Bubble[];
  /** Not dropped, and nobody said yet how much they bring or take. */
  readonly unplaced: readonly Initiative[];
}

/** Initiatives by impact and effort; what was dropped is no priority. */
export function priorities({ initiatives }: MapSnapshot): Priorities {
  const alive = initiatives.list.filter(({ status }) => status !== 'dropped');
  const most = Math.max(0, ...alive.map(({ expectedValue }) => expectedValue ?? 0));
  const placed = alive.flatMap((initiative) => {
    const { impact, effort, expectedValue } = initiative;
    if (impact === null || effort === null) return [];
    return [{ initiative, impact, effort, size: most > 0 ? Math.max(0, expectedValue ?? 0) / most : 0 }];
  });
  const spots = new Map<string, number>();
  const spotOf = ({ impact, effort }: { impact: number; effort: number }) => `${impact} ${effort}`;
  for (const bubble of placed) spots.set(spotOf(bubble), (spots.get(spotOf(bubble)) ?? 0) + 1);
  const taken = new Map<string, number>();
  const bubbles = placed.map((bubble) => {
    const spot = spotOf(bubble);
    const nth = taken.get(spot) ?? 0;
    taken.set(spot, nth + 1);
    return { ...bubble, nth, of: spots.get(spot) ?? 1 };
  });
  const shown = new Set(bubbles.map(({ initiative }) => initiative));
  return { bubbles, unplaced: alive.filter((initiative) => !shown.has(initiative)) };
}

/** Whether an initiative is a campaign: somebody wrote whom it speaks to, how, or how it will be judged. */
export const isCampaign = ({ audience, channel, message, testDesign, responseMetric, result }: Initiative): boolean =>
  audience !== null || [channel, message, testDesign, responseMetric, result].some((text) => text.trim() !== '');
