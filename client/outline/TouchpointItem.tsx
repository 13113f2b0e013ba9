import { MapPin, MoveRight, Plus, Users } from 'lucide-react';
import { memo } from 'react';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Touchpoint } from '../../shared/model/records.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { goToMap } from '../views/goToMap.ts';
import { FieldsButton } from './FieldsButton.tsx';
import { HandoffItem } from './HandoffItem.tsx';
import { DeleteItem, MoveItems, MoveToItem, PanelItems, RenameItem } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { addNewIn, afterIn } from './outlineAdds.ts';
import { handoffsFrom, rowKey } from './outlineRows.ts';
import { openDialog, toggleFields, useOutline } from './outlineStore.ts';
import { PutBack } from './PutBack.tsx';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { RowTitle } from './RowTitle.tsx';
import { TouchpointFields } from './TouchpointFields.tsx';
import { useIds } from './useIds.ts';

export const TouchpointItem = memo(function TouchpointItem({ id }: { readonly id: string }) {
  const touchpoint = useMap((map) => map.touchpoints.get(id));
  const owner = useMap((map) => touchpoint?.owner && map.people.get(touchpoint.owner)?.name);
  const placed = useMap((map) => outlineOf(map).isPlaced(map.touchpoints.get(id)?.place ?? null));
  const handoffs = useIds((map) => handoffsFrom(map.handoffs, id));
  const item = { kind: 'touchpoint', id } as const;
  const open = useOutline(({ fields }) => fields === rowKey(item));
  if (!touchpoint) return null;
  const name = touchpoint.title || 'this touchpoint';
  const words = [touchpoint.channel, owner || 'no owner'].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={styles.row}>
        <RowTitle item={item} text={touchpoint.title} placeholder="Name of the touchpoint" />
        <RowOther item={item} />
        {!placed && <PutBack item={item} name={name} />}
        <FieldsButton item={item} name={`Channel and owner of ${name}`} text={words} />
        <RowMenu item={item} name={name}>
          {() => <TouchpointActions touchpoint={touchpoint} placed={placed} />}
        </RowMenu>
      </div>
      {open && <TouchpointFields touchpoint={touchpoint} />}
      {placed && handoffs.length > 0 && (
        <ul className={styles.handoffs} aria-label={`Hand-offs of ${name}`}>
          {handoffs.map((handoff) => (
            <HandoffItem key={handoff} id={handoff} />
          ))}
        </ul>
      )}
    </li>
  );
});

function TouchpointActions({ touchpoint, placed }: { readonly touchpoint: Touchpoint; readonly placed: boolean }) {
  const session = useMapSession();
  const item = { kind: 'touchpoint', id: touchpoint.id } as const;
  const { place } = touchpoint;
  const addAfter = () => {
    if (!place) return;
    const cell = outlineOf(session.store.getState().map).touchpointsIn(place.step, place.lane);
    addNewIn(session, place, afterIn(cell, touchpoint.id));
  };
  return (
    <>
      <RenameItem item={item} />
      <MenuItem icon={<Users size={15} />} hint="O" onSelect={() => toggleFields(rowKey(item))}>
        Channel and owner
      </MenuItem>
      {placed && (
        <>
          <MenuItem icon={<MoveRight size={15} />} hint="H" onSelect={() => openDialog({ kind: 'handoff', item })}>
            Hand off to…
          </MenuItem>
          <MenuItem icon={<Plus size={15} />} hint="T" onSelect={addAfter}>
            Add touchpoint after
          </MenuItem>
        </>
      )}
      <PanelItems item={item} />
      {placed && (
        <MenuItem icon={<MapPin size={15} />} onSelect={() => goToMap([item])}>
          Show on the map
        </MenuItem>
      )}
      <MenuSeparator />
      {placed ? <MoveItems item={item} /> : <MoveToItem item={item} label="Put back…" />}
      <DeleteItem item={item} />
    </>
  );
}
