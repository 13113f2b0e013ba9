import { Checkbox } from '../ui/Checkbox.tsx';
import { showCursors, useCursorChoice } from './cursorChoice.ts';

/** For when thirty people point at once. */
export function CursorSwitch() {
  const shown = useCursorChoice((choice) => choice.shown);
  return <Checkbox label="Show where the others point" checked={shown} onChange={showCursors} />;
}
