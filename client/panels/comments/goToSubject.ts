import type { Subject } from '../../../shared/talk/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { NARROW } from '../../ui/useMedia.ts';

/** Brings what a thread is about into view and selects it. */
export function goToSubject(on: Subject): void {
  const { show, showCell, showPanel } = useView.getState();
  if (on.kind === 'map') return;
  if (on.kind === 'cell') showCell({ step: on.step, lane: on.lane });
  else show([{ kind: on.kind, id: on.id }]);
  // There the panel lies over the map.
  if (matchMedia(NARROW).matches) showPanel(null);
}
