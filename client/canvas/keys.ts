import { flushSync } from 'react-dom';
import { idOf } from '../../shared/model/ids.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { addInCell, addStepBefore, cellToFill } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { focusCanvas, focusSpot } from './focusSpot.ts';
import { type Movable, moveBy, moveWithin } from './moveCards.ts';
import { moveHeader } from './moveHeader.ts';
import { removeSelected } from './removeSelected.ts';
import { type Direction, nextSpot, readSpot, type Spot } from './spots.ts';
import { fitAll } from './useOpening.ts';
import { linkStep } from './usePointer.ts';
import { useView } from './viewStore.ts';
import { zoomBy } from './zoom.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where the keyboard is: on what has the focus, else on the one thing selected, else in the entered cell. */
function spotNow(canvas: Canvas): Spot | null {
  const focused = readSpot(document.activeElement?.closest<HTMLElement>('[data-spot]')?.dataset.spot);
  if (focused) return focused;
  const { selected, cell } = useView.getState();
  const [item] = selected;
  if (item && selected.length === 1) return readSpot(`${item.kind}/${item.id}`);
  return cell && canvas.layout().lanes.length > 0 ? { kind: 'cell', ...cell } : null;
}

/** Undo and redo; true when the key was one of them. */
export function onPageKey({ session }: Canvas, event: KeyboardEvent): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) session.undo();
  else if (key === 'y' || key === 'z') session.redo();
  else return false;
  return true;
}

/** Everything else; true when the key meant something here. */
export function onCanvasKey(canvas: Canvas, event: KeyboardEvent, target: Element | null): boolean {
  const command = event.ctrlKey || event.metaKey;
  const direction = ARROWS[event.key];
  const spot = spotNow(canvas);
  if (direction) {
    return command || event.altKey
      ? moveSelection(canvas, spot, direction)
      : go(canvas, spot, direction, event.shiftKey);
  }
  if (command && event.key.toLowerCase() === 'a') {
    selectAll(canvas);
    return true;
  }
  if (command || event.altKey) return false;
  // Enter and Space on a button are the button's.
  const onButton = target?.closest('button') != null;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return !onButton && enter(canvas, spot);
    case 'Escape':
      return leave(canvas);
    case 'Delete':
    case 'Backspace':
      removeSelected(canvas);
      return true;
    case '[':
    case ']':
      return spot !== null && cycleHandoffs(canvas, spot, event.key === ']' ? 1 : -1);
    case '+':
    case '=':
      zoomBy(canvas, 1.25);
      return true;
    case '-':
      zoomBy(canvas, 1 / 1.25);
      return true;
    case '!':
      fitAll(canvas);
      return true;
    default:
      return onLetter(canvas, event, spot);
  }
}

function onLetter(canvas: Canvas, event: KeyboardEvent, spot: Spot | null): boolean {
  const view = useView.getState();
  switch (event.key) {
    case 'v':
      view.setTool('select');
      return true;
    case 't': {
      const place = spot || view.cell ? cellToFill(canvas) : null;
      if (place) addInCell(canvas, place);
      else view.setTool('touchpoint');
      return true;
    }
    case 's':
      return addStep(canvas, spot);
    case 'h':
      if (spot?.kind === 'touchpoint') view.startLink(idOf(spot.id));
      else view.setTool('handoff');
      return true;
    case 'e':
      return rate(canvas, spot);
    default:
      return typeInto(canvas, event, spot);
  }
}

function go(canvas: Canvas, spot: Spot | null, direction: Direction, extend: boolean): boolean {
  const layout = canvas.layout();
  if (!spot) {
    const [card] = layout.cards;
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

/** Alt or Ctrl with an arrow moves things themselves. */
function moveSelection(canvas: Canvas, spot: Spot | null, direction: Direction): boolean {
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
  return true;
}

function selectAll(canvas: Canvas): void {
  const { cards, notes } = canvas.layout();
  useView
    .getState()
    .select([
      ...cards.map(({ id }): ItemRef => ({ kind: 'touchpoint', id })),
      ...notes.map(({ id }): ItemRef => ({ kind: 'note', id })),
    ]);
}

function enter(canvas: Canvas, spot: Spot | null): boolean {
  const view = useView.getState();
  switch (spot?.kind) {
    case 'touchpoint':
      if (view.tool === 'handoff') linkStep(canvas, spot.id);
      else view.edit({ kind: spot.kind, id: spot.id, field: 'title' });
      return true;
    case 'stage':
    case 'step':
    case 'lane':
      view.edit({ kind: spot.kind, id: spot.id, field: 'title' });
      return true;
    case 'note':
      view.edit({ kind: spot.kind, id: spot.id, field: 'text' });
      return true;
    case 'handoff':
      view.showPanel('details');
      return true;
    case 'cell':
      addInCell(canvas, { step: spot.step, lane: spot.lane });
      return true;
    default:
      return false;
  }
}

function leave(canvas: Canvas): boolean {
  const view = useView.getState();
  if (view.tool !== 'select') view.setTool('select');
  else if (view.selected.length > 0 || view.cell) {
    view.select([]);
    view.enterCell(null);
    focusCanvas(canvas);
  } else return false;
  return true;
}

/** From a card along its hand-offs; from a hand-off to the next of the same card. */
function cycleHandoffs(canvas: Canvas, spot: Spot, by: -1 | 1): boolean {
  const { handoffs, handoffById } = canvas.layout();
  const card = spot.kind === 'handoff' ? handoffById.get(spot.id)?.from : spot.kind === 'touchpoint' ? spot.id : null;
  if (!card) return false;
  const own = handoffs.filter(({ from, to }) => from === card || to === card);
  const at = own.findIndex(({ id }) => spot.kind === 'handoff' && id === spot.id);
  const next = own[(at + by + own.length) % own.length] ?? own[0];
  if (next) focusSpot(canvas, { kind: 'handoff', id: next.id });
  return true;
}

/** A step after the one the keyboard is at, or at the end of the last stage. */
function addStep(canvas: Canvas, spot: Spot | null): boolean {
  const map = canvas.map();
  const place = cellToFill(canvas);
  const at = spot?.kind === 'step' ? spot.id : spot?.kind === 'stage' ? null : place?.step;
  const step = at ? map.steps.get(at) : undefined;
  const stage = step?.stage ?? (spot?.kind === 'stage' ? idOf<'stage'>(spot.id) : map.stages.list.at(-1)?.id);
  if (!stage) return false;
  const siblings = map.steps.list.filter((other) => other.stage === stage);
  addStepBefore(canvas, stage, step ? (siblings[siblings.indexOf(step) + 1]?.id ?? null) : null);
  return true;
}

function rate(canvas: Canvas, spot: Spot | null): boolean {
  const layout = canvas.layout();
  const cell = cellToFill(canvas);
  const step = spot?.kind === 'step' ? spot.id : (cell?.step ?? layout.columns.find((column) => column.step)?.step);
  useView.getState().setTool('emotion');
  if (step) focusSpot(canvas, { kind: 'emotion', id: step });
  return true;
}

/** A letter that is no command starts typing, and is the first that is typed. */
function typeInto(canvas: Canvas, event: KeyboardEvent, spot: Spot | null): boolean {
  if ([...event.key].length !== 1 || event.key === ' ' || !spot) return false;
  const { edit } = useView.getState();
  switch (spot.kind) {
    case 'touchpoint':
    case 'stage':
    case 'step':
    case 'lane':
      // The field must be there before the browser delivers the letter to whatever has the focus.
      flushSync(() => edit({ kind: spot.kind, id: spot.id, field: 'title', append: true }));
      break;
    case 'note':
      flushSync(() => edit({ kind: 'note', id: spot.id, field: 'text', append: true }));
      break;
    case 'cell':
      flushSync(() => addInCell(canvas, { step: spot.step, lane: spot.lane }));
      break;
    default:
  }
  return false;
}
