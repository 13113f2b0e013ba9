import type { Rect } from '../../shared/layout/mapLayout.ts';
import { idOf } from '../../shared/model/ids.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { announce } from './announce.ts';
import type { Canvas } from './canvasContext.ts';
import { focusSpot } from './focusSpot.ts';
import { cardLabel } from './items.ts';
import { type Movable, moveBy, moveWithin } from './moveCards.ts';
import { moveHeader } from './moveHeader.ts';
import { type Direction, edgeSpot, nextSpot, type Spot } from './spots.ts';
import { useView } from './viewStore.ts';

/** An arrow leads on from where the keyboard is; from nowhere it leads to the first card in sight, and never away from there. */
export function go(canvas: Canvas, spot: Spot | null, direction: Direction, extend: boolean): boolean {
  const layout = canvas.layout();
  if (!spot) {
    const card = cardInSight(layout.cards, canvas.area());
    const step = layout.columns.find((column) => column.step)?.step;
    const [stage] = layout.stages;
    const first = card
      ? { kind: 'touchpoint', id: card.id }
      : step
        ? { kind: 'step', id: step }
        : stage && { kind: 'stage', id: stage.id };
    if (first) focusSpot(canvas, first as Spot);
    return first !== undefined;
  }
  const next = nextSpot(layout, spot, direction);
  if (next) focusSpot(canvas, next, extend && next.kind !== 'cell' ? 'add' : 'only');
  return true;
}

/** The first that is wholly in sight; where none is, the one nearest to the middle. */
function cardInSight<Card extends Rect>(cards: readonly Card[], area: Rect): Card | undefined {
  const inside = cards.find(
    ({ x, y, width, height }) =>
      x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
  );
  const middle = middleOf(area);
  const away = (card: Card) => Math.hypot(middleOf(card).x - middle.x, middleOf(card).y - middle.y);
  return (
    inside ??
    cards.reduce<Card | undefined>((best, card) => (best && away(best) <= away(card) ? best : card), undefined)
  );
}

const middleOf = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 });

export function goToEdge(canvas: Canvas, spot: Spot | null, which: 'first' | 'last'): boolean {
  const next = spot && edgeSpot(canvas.layout(), spot, which);
  if (next) focusSpot(canvas, next);
  return next !== null;
}

/** Alt or Ctrl with an arrow moves things themselves. */
export function moveSelection(canvas: Canvas, spot: Spot | null, direction: Direction): boolean {
  const by = direction === 'left' || direction === 'up' ? -1 : 1;
  const sideways = direction === 'left' || direction === 'right';
  if (spot?.kind === 'stage' || spot?.kind === 'step' || spot?.kind === 'lane') {
    if ((spot.kind === 'lane') === sideways) return true;
    moveHeader(canvas, { kind: spot.kind, id: spot.id }, by);
    focusSpot(canvas, spot, 'keep');
    return true;
  }
  const items = useView
    .getState()
    .selected.filter((item): item is Movable & ItemRef => item.kind === 'touchpoint' || item.kind === 'note');
  const [first] = items;
  if (!first) return false;
  const within = !sideways && items.length === 1 && first.kind === 'touchpoint' && moveWithin(canvas, first.id, by);
  if (!within) moveBy(canvas, items, sideways ? by : 0, sideways ? 0 : by);
  focusSpot(canvas, spot && spot.kind !== 'cell' ? spot : { kind: first.kind, id: first.id }, 'keep');
  if (first.kind === 'touchpoint') announce(`Moved: ${cardLabel(canvas.map(), idOf(first.id))}`);
  return true;
}

export function selectAll(canvas: Canvas): void {
  const { cards, notes } = canvas.layout();
  useView
    .getState()
    .select([
      ...cards.map(({ id }): ItemRef => ({ kind: 'touchpoint', id })),
      ...notes.map(({ id }): ItemRef => ({ kind: 'note', id })),
    ]);
}

/** From a card along its hand-offs; from a hand-off to the next of the same card. */
export function cycleHandoffs(canvas: Canvas, spot: Spot, by: -1 | 1): boolean {
  const { handoffs, handoffById } = canvas.layout();
  const card = spot.kind === 'handoff' ? handoffById.get(spot.id)?.from : spot.kind === 'touchpoint' ? spot.id : null;
  if (!card) return false;
  const own = handoffs.filter(({ from, to }) => from === card || to === card);
  const at = own.findIndex(({ id }) => spot.kind === 'handoff' && id === spot.id);
  const next = own[(at + by + own.length) % own.length] ?? own[0];
  if (next) focusSpot(canvas, { kind: 'handoff', id: next.id });
  return true;
}
