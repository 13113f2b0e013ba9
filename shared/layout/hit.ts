import type { LaneId, StepId, TouchpointId } from '../model/ids.ts';
import { columnAt } from './columns.ts';
import type { CardBox, LaneBox, MapLayout } from './mapLayout.ts';
import { EMOTION_DEGREE } from './sizes.ts';

/** A place to drop something. */
export interface DropPlace {
  readonly step: StepId;
  readonly lane: LaneId;
  /** The touchpoint of this cell whose upper half, or the gap above it, is under the point; null: after all others. */
  readonly before: TouchpointId | null;
}

/**
 * The cell at a point of the content, or null beside all cells.
 *
 * @param moving cards that are under way themselves: one does not land before itself
 */
export function cellAt(
  layout: MapLayout,
  x: number,
  y: number,
  moving: ReadonlySet<string> = new Set(),
): DropPlace | null {
  const step = stepAt(layout, x);
  const lane = laneAt(layout, y)?.id;
  if (!step || !lane) return null;
  const isUnder = (card: CardBox) => card.step === step && card.lane === lane && y < card.y + card.height / 2;
  const next = layout.cards.find((card) => isUnder(card) && !moving.has(card.id));
  return { step, lane, before: next?.id ?? null };
}

/** The step whose column is at `x`; null beside all columns and in a stage without steps. */
export const stepAt = (layout: MapLayout, x: number): StepId | null =>
  (x < 0 ? undefined : layout.columns[columnAt(layout.columns, x)])?.step ?? null;

/** The lane at `y`; undefined above and below the lanes. */
export const laneAt = (layout: MapLayout, y: number): LaneBox | undefined =>
  layout.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height);

/** The emotion a point of the curve stands for when it is dragged to `y`: a whole number from -2 to +2. */
export function emotionAt(layout: MapLayout, y: number): number {
  const degrees = Math.round((layout.emotion.zeroY - y) / EMOTION_DEGREE);
  // Adding zero makes a rounded -0 the 0 that everybody else writes.
  return Math.min(2, Math.max(-2, degrees)) + 0;
}
