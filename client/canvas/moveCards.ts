import { samePlace } from '../../shared/commands/cell.ts';
import { moveNotes } from '../../shared/commands/moveNotes.ts';
import { moveTouchpoints } from '../../shared/commands/moveTouchpoints.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { idOf, type TouchpointId } from '../../shared/model/ids.ts';
import type { Place } from '../../shared/model/records.ts';
import type { Canvas } from './canvasContext.ts';

export interface Movable {
  readonly kind: 'touchpoint' | 'note';
  readonly id: string;
}

let gestures = 0;

/** Puts cards and notes into one cell, in their order on the map. One undo step. */
export function moveInto(canvas: Canvas, items: readonly Movable[], place: Place, before: TouchpointId | null): void {
  runMoves(canvas, [{ items, place, before }]);
}

/**
 * Moves cards and notes by columns and lanes, each from its own cell, so that what was apart stays apart. What would
 * leave the map stops at its edge; a card that would land in a notes lane stays in its own.
 */
export function moveBy(canvas: Canvas, items: readonly Movable[], columns: number, lanes: number): void {
  const layout = canvas.layout();
  const moves = new Map<string, { items: Movable[]; place: Place; before: null }>();
  for (const item of items) {
    const from = boxOf(layout, item);
    if (!from) continue;
    const place = shifted(canvas, item, from, columns, lanes);
    // What stays keeps its position too: it does not queue up behind what comes into its cell.
    if (samePlace(place, from)) continue;
    const key = `${place.step} ${place.lane}`;
    const move = moves.get(key);
    if (move) move.items.push(item);
    else moves.set(key, { items: [item], place, before: null });
  }
  runMoves(canvas, [...moves.values()]);
}

/** Moves a card up or down within its cell. */
export function moveWithin(canvas: Canvas, id: string, by: -1 | 1): boolean {
  const { cards, cardById } = canvas.layout();
  const box = cardById.get(id);
  if (!box) return false;
  const cell = cards.filter(({ step, lane }) => step === box.step && lane === box.lane);
  const to = cell.indexOf(box) + by;
  if (to < 0 || to >= cell.length) return false;
  const before = cell[by < 0 ? to : to + 1]?.id ?? null;
  moveInto(canvas, [{ kind: 'touchpoint', id }], { step: box.step, lane: box.lane }, before);
  return true;
}

interface Move {
  readonly items: readonly Movable[];
  readonly place: Place;
  readonly before: TouchpointId | null;
}

function runMoves({ session }: Canvas, moves: readonly Move[]): void {
  const together = `move:${++gestures}`;
  for (const { items, place, before } of moves) {
    const of = (kind: Movable['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id);
    const [touchpoints, notes] = [of('touchpoint'), of('note')];
    if (touchpoints.length > 0) {
      session.run(moveTouchpoints, { ids: touchpoints.map((id) => idOf<'touchpoint'>(id)), place, before }, together);
    }
    if (notes.length > 0) {
      session.run(moveNotes, { ids: notes.map((id) => idOf<'note'>(id)), place, before: null }, together);
    }
  }
}

export const boxOf = (layout: MapLayout, { kind, id }: Movable) =>
  kind === 'touchpoint' ? layout.cardById.get(id) : layout.noteById.get(id);

function shifted(canvas: Canvas, item: Movable, from: Place, columns: number, lanes: number): Place {
  const layout = canvas.layout();
  const steps = layout.columns.flatMap(({ step }) => (step ? [step] : []));
  const rows = layout.lanes.map(({ id }) => id);
  const step = steps[clamp(steps.indexOf(from.step) + columns, steps.length)] ?? from.step;
  const lane = rows[clamp(rows.indexOf(from.lane) + lanes, rows.length)] ?? from.lane;
  const fits = item.kind === 'note' || canvas.map().lanes.get(lane)?.kind === 'department';
  return { step, lane: fits ? lane : from.lane };
}

const clamp = (value: number, length: number) => Math.max(0, Math.min(length - 1, value));
