import { useMapSession } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { AddRow } from './AddRow.tsx';
import { LaneItem } from './LaneItem.tsx';
import styles from './Outline.module.css';
import { addNewLane } from './outlineAdds.ts';
import { ADD_LANE } from './outlineRows.ts';
import { useIds } from './useIds.ts';

/** The rows of the map: departments, and lanes for notes. */
export function LanesSection() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const lanes = useIds((map) => map.lanes.list);
  if (lanes.length === 0 && !mayEdit) return null;
  return (
    <section className={styles.section} aria-label="Departments and notes lanes">
      <h3 className={styles.sectionTitle}>Departments and notes lanes</h3>
      <ol className={styles.items} aria-label="Lanes">
        {lanes.map((id) => (
          <LaneItem key={id} id={id} />
        ))}
      </ol>
      {mayEdit && (
        <AddRow row={ADD_LANE} label="Add department" onAdd={() => addNewLane(session, 'department', null)} />
      )}
    </section>
  );
}
