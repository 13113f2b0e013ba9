import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { MARK_RADIUS } from '../../shared/layout/sizes.ts';
import type { Mark } from './gapMarks.ts';

export interface PlacedMark {
  readonly place: string;
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** Where on the content the marks of gaps stand; those of headers stand in the headers. */
export function markPlaces(layout: MapLayout, marks: ReadonlyMap<string, Mark>): readonly PlacedMark[] {
  if (marks.size === 0) return [];
  const placed: PlacedMark[] = [];
  const add = (place: string, x: number, y: number) => {
    const mark = marks.get(place);
    if (mark) placed.push({ place, mark, x, y });
  };
  for (const { id, x, y, width } of layout.cards) add(`touchpoint/${id}`, x + width - 6, y - 2);
  for (const { id, x, y, width } of layout.notes) add(`note/${id}`, x + width - 6, y - 2);
  for (const { id, label } of layout.handoffs) add(`handoff/${id}`, label.x, label.y);
  const points = new Map<string, number>(layout.emotion.curves[0]?.points.map(({ step, y }) => [step, y]));
  for (const { step, x, width } of layout.columns) {
    const y = (points.get(step ?? '') ?? layout.emotion.zeroY) - 13;
    // Above the row are the headers, which would cover half of it.
    if (step) add(`emotion/${step}`, x + width / 2 + 20, Math.max(layout.emotion.y + MARK_RADIUS + 2, y));
  }
  return placed;
}
