import { flushSync } from 'react-dom';
import { cellAt, type DropPlace } from '../../shared/layout/hit.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { CARD_GAP, CELL_MARGIN_X, CELL_MARGIN_Y, cardWidthIn } from '../../shared/layout/sizes.ts';
import type { Canvas } from './canvasContext.ts';
import { type Followed, followPointer } from './followPointer.ts';
import { endGesture, type GestureState, useGesture } from './gestureStore.ts';
import { itemKey } from './items.ts';
import { boxOf, type Movable, moveBy, moveInto } from './moveCards.ts';
import { useView } from './viewStore.ts';

/** Drags the selected cards, or the one grabbed when it is not among them. Without a drag it was a click. */
export function dragCards(
  canvas: Canvas,
  start: PointerEvent,
  grabbed: Movable,
  onClick: () => void,
  now = false,
): void {
  const from = canvas.toContent(start.clientX, start.clientY);
  let items: readonly Movable[] | null = null;
  followPointer(
    canvas,
    start,
    {
      move(pointer) {
        items ??= pickUp(canvas, grabbed);
        const to = canvas.toContent(pointer.clientX, pointer.clientY);
        showMoved(canvas, items, to.x - from.x, to.y - from.y);
        const drop = dropOf(canvas, pointer, items);
        useGesture.setState({ drop: drop && dropView(canvas.layout(), drop, items), hover: null });
      },
      end({ moved, cancelled }, pointer) {
        if (!items) {
          if (!moved && !cancelled) onClick();
          return;
        }
        const drop = cancelled ? null : dropOf(canvas, pointer, items);
        canvas.session.presence.update({ drag: [] });
        endGesture();
        // The move is drawn before the dragged look goes, or the card would flash back for a frame.
        if (drop) flushSync(() => land(canvas, grabbed, items ?? [], drop));
        putDown(canvas, items);
      },
    },
    { autoPan: 'both', threshold: now ? 0 : 4 },
  );
}

function pickUp(canvas: Canvas, grabbed: Movable): readonly Movable[] {
  const { selected, select } = useView.getState();
  const movable = selected.flatMap(({ kind, id }): Movable[] =>
    (kind === 'touchpoint' || kind === 'note') && boxOf(canvas.layout(), { kind, id }) ? [{ kind, id }] : [],
  );
  if (movable.some(({ kind, id }) => kind === grabbed.kind && id === grabbed.id)) return movable;
  select([grabbed]);
  return [grabbed];
}

const nodeOf = (canvas: Canvas, item: Movable) =>
  canvas.root()?.querySelector<HTMLElement>(`.react-flow__node[data-id="${itemKey(item)}"]`);

/** Moves the elements themselves: a frame of dragging renders nothing. */
function showMoved(canvas: Canvas, items: readonly Movable[], dx: number, dy: number): void {
  const layout = canvas.layout();
  for (const item of items) {
    const node = nodeOf(canvas, item);
    if (!node) continue;
    node.dataset.moving = items.length === 1 ? 'alone' : 'together';
    node.style.translate = `${dx}px ${dy}px`;
  }
  const drag = items.flatMap((item) => {
    const box = boxOf(layout, item);
    return box ? [{ id: item.id, x: Math.round(box.x + dx), y: Math.round(box.y + dy) }] : [];
  });
  canvas.session.presence.update({ drag });
}

function putDown(canvas: Canvas, items: readonly Movable[]): void {
  for (const item of items) {
    const node = nodeOf(canvas, item);
    if (!node) continue;
    delete node.dataset.moving;
    node.style.translate = '';
  }
}

function dropOf(canvas: Canvas, { clientX, clientY }: Followed, items: readonly Movable[]): DropPlace | null {
  const { x, y } = canvas.toContent(clientX, clientY);
  const drop = cellAt(canvas.layout(), x, y, new Set(items.map(({ id }) => id)));
  if (!drop) return null;
  const cards = items.some(({ kind }) => kind === 'touchpoint');
  return cards && canvas.map().lanes.get(drop.lane)?.kind === 'notes' ? null : drop;
}

/** Cards of one cell land where they are dropped, in their order; from several cells they keep their distance. */
function land(canvas: Canvas, grabbed: Movable, items: readonly Movable[], drop: DropPlace): void {
  const layout = canvas.layout();
  const from = boxOf(layout, grabbed);
  const together = items.every((item) => {
    const box = boxOf(layout, item);
    return box?.step === from?.step && box?.lane === from?.lane;
  });
  if (together || !from) {
    const ordered = [...items].sort((a, b) => (boxOf(layout, a)?.y ?? 0) - (boxOf(layout, b)?.y ?? 0));
    moveInto(canvas, ordered, { step: drop.step, lane: drop.lane }, drop.before);
    return;
  }
  const steps = layout.columns.flatMap(({ step }) => (step ? [step] : []));
  const rows = layout.lanes.map(({ id }) => id);
  moveBy(
    canvas,
    items,
    steps.indexOf(drop.step) - steps.indexOf(from.step),
    rows.indexOf(drop.lane) - rows.indexOf(from.lane),
  );
}

function dropView(layout: MapLayout, drop: DropPlace, items: readonly Movable[]): GestureState['drop'] {
  const column = layout.columns.find(({ step }) => step === drop.step);
  const lane = layout.lanes.find(({ id }) => id === drop.lane);
  if (!column || !lane) return null;
  const moving = new Set(items.map(({ id }) => id));
  const cell = layout.cards.filter(
    (card) => card.step === drop.step && card.lane === drop.lane && !moving.has(card.id),
  );
  const next = cell.find(({ id }) => id === drop.before);
  const last = cell.at(-1);
  const y = next ? next.y - CARD_GAP / 2 : last ? last.y + last.height + CARD_GAP / 2 : lane.y + CELL_MARGIN_Y;
  return {
    cell: { x: column.x + 3, y: lane.y + 3, width: column.width - 6, height: lane.height - 6 },
    line: { x: column.x + CELL_MARGIN_X, y: y - 1.5, width: cardWidthIn(column.width) },
  };
}
