import { idOf } from '../../shared/model/ids.ts';
import { addInCell, cellToFill } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { commentHere } from './commentHere.ts';
import { pendingSpot } from './focusSpot.ts';
import { addStep, enter, leave, rate, typeInto } from './keyEdits.ts';
import { cycleHandoffs, go, moveSelection, selectAll } from './keyMoves.ts';
import { isTypingOn } from './lostTyping.ts';
import { removeSelected } from './removeSelected.ts';
import { type Direction, readSpot, type Spot } from './spots.ts';
import { fitAll } from './useOpening.ts';
import { useView } from './viewStore.ts';
import { zoomBy } from './zoom.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where the keyboard is: on what has the focus, else on the one thing selected, else in the entered cell. */
export function spotNow(canvas: Canvas): Spot | null {
  const pending = pendingSpot();
  if (pending) return pending;
  const focused = readSpot(document.activeElement?.closest<HTMLElement>('[data-spot]')?.dataset.spot);
  if (focused) return focused;
  const { selected, cell } = useView.getState();
  const [item] = selected;
  if (item && selected.length === 1) return readSpot(`${item.kind}/${item.id}`);
  return cell && canvas.layout().lanes.length > 0 ? { kind: 'cell', ...cell } : null;
}

/** Undo and redo; true when the key was one of them. */
export function onPageKey({ session, mayEdit }: Canvas, event: KeyboardEvent): boolean {
  if ((!event.ctrlKey && !event.metaKey) || !mayEdit()) return false;
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
  const mayEdit = canvas.mayEdit();
  if (direction) {
    const moves = command || event.altKey;
    if (!moves) return go(canvas, spot, direction, event.shiftKey);
    return mayEdit && moveSelection(canvas, spot, direction);
  }
  if (command && event.key.toLowerCase() === 'a') {
    selectAll(canvas);
    return true;
  }
  if (command || event.altKey) return false;
  if (event.key !== 'Escape' && event.key !== 'Tab' && isTypingOn()) return true;
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
      if (mayEdit) removeSelected(canvas);
      return mayEdit;
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
    case 'c':
      return useView.getState().editing === null && commentHere(canvas, spot);
    default:
      // A field that is about to open gets its letters itself; none of them is a command.
      return mayEdit && useView.getState().editing === null && onLetter(canvas, event, spot);
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
