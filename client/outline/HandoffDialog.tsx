import { linkHandoff } from '../../shared/commands/linkHandoff.ts';
import { nameOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { newId } from '../session/newId.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Outline.module.css';
import { handoffsFrom, rowKey } from './outlineRows.ts';
import { goToRow, stayAtRow } from './outlineStore.ts';

interface HandoffDialogProps {
  readonly item: ItemRef;
  readonly onClose: () => void;
}

/** Chooses to whom a touchpoint hands off; the nearest along the journey are offered first. */
export function HandoffDialog({ item, onClose }: HandoffDialogProps) {
  const session = useMapSession();
  const name = useMap((map) => nameOf(map, item)) || 'this touchpoint';
  const map = useMap((whole) => whole);
  const outline = outlineOf(map);
  const taken = new Set(handoffsFrom(map.handoffs, item.id).map(({ to }) => to));
  const from = map.touchpoints.get(item.id);
  const here = from?.place ? outline.stepIndex(from.place.step) : 0;
  const distance = (step: string) => {
    const steps = outline.stepIndex(step) - here;
    return steps < 0 ? outline.steps.length - steps : steps;
  };
  const options = outline.steps
    .flatMap((step) => outline.touchpointsAt(step.id))
    .filter(({ id }) => id !== item.id && !taken.has(id))
    .sort((a, b) => distance(a.place?.step ?? '') - distance(b.place?.step ?? ''))
    .map(({ id, title, place }) => ({
      id,
      label: title || 'Untitled touchpoint',
      hint: [place && map.lanes.get(place.lane)?.title, place && map.steps.get(place.step)?.title]
        .filter(Boolean)
        .join(', '),
    }));
  const link = (to: string) => {
    onClose();
    const id = newId();
    const fields = { from: idOf<'touchpoint'>(item.id), to: idOf<'touchpoint'>(to) };
    if (session.run(linkHandoff, { id: idOf(id), fields }).status === 'done') goToRow(rowKey({ kind: 'handoff', id }));
  };
  return (
    <Dialog title={`“${name}” hands off to`} onClose={onClose} onClosed={stayAtRow}>
      <div className={styles.dialog}>
        {options.length > 0 ? (
          <Combobox label="Touchpoint" value="" placeholder="Type to find it" options={options} onPick={link} />
        ) : (
          <p>There is no other touchpoint to hand off to yet.</p>
        )}
      </div>
    </Dialog>
  );
}
