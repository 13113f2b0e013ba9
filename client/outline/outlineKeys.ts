import type { KeyboardEvent } from 'react';
import { reaches } from '../../shared/protocol/roles.ts';
import { isChord } from '../actions/chord.ts';
import type { MapSession } from '../session/session.ts';
import { outlineActions } from './outlineActions.ts';

/** Keys of the outline while the focus is on a line. Undo and the others that work everywhere are not among them. */
export function onOutlineKey(session: MapSession, { target, nativeEvent: event }: KeyboardEvent): void {
  if (!(target instanceof HTMLElement) || target.closest('input, textarea, select, [role="menu"], [role="dialog"]'))
    return;
  if (!target.closest('[data-row]')) return;
  const { role } = session.store.getState();
  const action = outlineActions.find(
    ({ keys, needs }) => reaches(role, needs) && keys.some((chord) => isChord(chord, event)),
  );
  if (action?.run({ canvas: { session }, event })) event.preventDefault();
}
