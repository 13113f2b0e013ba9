import { Plus } from 'lucide-react';
import type { Step } from '../../shared/model/records.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { AddRow } from './AddRow.tsx';
import styles from './Outline.module.css';
import { addNewIn, addNewLane } from './outlineAdds.ts';
import { addInKey } from './outlineRows.ts';
import { useTabStop } from './useRow.ts';

/** Adds a touchpoint or a note to a step, in the lane that is chosen. */
export function AddInStep({ step }: { readonly step: Step }) {
  const session = useMapSession();
  const lanes = useMap((map) => map.lanes.list);
  const row = addInKey(step.id);
  const tabIndex = useTabStop(row);
  const [only, ...others] = lanes;
  const where = `to ${step.title || 'this step'}`;
  if (!only) {
    return (
      <AddRow row={row} label="Add department" where={where} onAdd={() => addNewLane(session, 'department', null)} />
    );
  }
  const label = lanes.some(({ kind }) => kind === 'notes') ? 'Add touchpoint or note' : 'Add touchpoint';
  if (others.length === 0) {
    const place = { step: step.id, lane: only.id };
    return <AddRow row={row} label={label} where={where} onAdd={() => addNewIn(session, place)} />;
  }
  const button = (
    <button type="button" className={styles.add} data-row={row} tabIndex={tabIndex} aria-label={`${label} ${where}`}>
      <Plus size={14} aria-hidden /> {label}
    </button>
  );
  return (
    <Menu align="start" trigger={button}>
      {lanes.map((lane) => (
        <MenuItem
          key={lane.id}
          hint={lane.kind === 'notes' ? 'note' : 'touchpoint'}
          onSelect={() => addNewIn(session, { step: step.id, lane: lane.id })}
        >
          {lane.title || 'Untitled lane'}
        </MenuItem>
      ))}
    </Menu>
  );
}
