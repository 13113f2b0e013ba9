import { reaches } from '../../shared/protocol/roles.ts';
import type { Action } from '../actions/action.ts';
import { isChord } from '../actions/chord.ts';
import { DIRECT_ACTIONS } from '../actions/directActions.ts';
import type { Canvas } from './canvasContext.ts';
import { pendingSpot } from './focusSpot.ts';
import { typeInto } from './keyEdits.ts';
import { isTypingOn } from './lostTyping.ts';
import { readSpot, type Spot } from './spots.ts';
import { useView } from './viewStore.ts';

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

/** What works wherever the focus is; true when the key was one of these. */
export function onPageKey(canvas: Canvas, event: KeyboardEvent): boolean {
  const action = actionOf(canvas, event);
  if (!action?.anywhere) return false;
  // A sign may still belong to a text that is gone, or mean something to the menu or dialog that has the focus.
  const isSign = !event.ctrlKey && !event.metaKey;
  const isElsewhere = event.target instanceof Element && event.target.closest('#floating') !== null;
  if (isSign && (isElsewhere || isTypingOn())) return false;
  return action.run({ canvas, spot: spotNow(canvas), event });
}

/** Everything else; true when the key meant something here. */
export function onCanvasKey(canvas: Canvas, event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const isText = !held && !/^(Escape|Tab|Arrow.*)$/.test(event.key);
  if (isText && isTypingOn()) return true;
  const isLetter = !held && /^[a-z]$/.test(event.key);
  // A field that is about to open gets its letters itself; none of them is a command.
  const fieldComes = useView.getState().editing !== null;
  const spot = spotNow(canvas);
  const action = actionOf(canvas, event);
  if (action && !(isLetter && fieldComes)) return action.run({ canvas, spot, event });
  return !held && !fieldComes && canvas.mayEdit() && typeInto(canvas, event, spot);
}

/** The action a key stands for, for whoever may do it. */
function actionOf({ session }: Canvas, event: KeyboardEvent): Action | undefined {
  const { role } = session.store.getState();
  return DIRECT_ACTIONS.find(
    ({ keys, needs, byBrowser }) => !byBrowser && keys.some((chord) => isChord(chord, event)) && reaches(role, needs),
  );
}
