import { outlineOf } from '../../shared/model/outline.ts';
import { NoteItem } from './NoteItem.tsx';
import styles from './Outline.module.css';
import { StepItem } from './StepItem.tsx';
import { TouchpointItem } from './TouchpointItem.tsx';
import { useIds } from './useIds.ts';

/** What lost its stage, step or lane to somebody's deletion, until somebody puts it back or deletes it as well. */
export function UnplacedSection() {
  const steps = useIds((map) => outlineOf(map).unplaced.steps);
  const touchpoints = useIds((map) => outlineOf(map).unplaced.touchpoints);
  const notes = useIds((map) => outlineOf(map).unplaced.notes);
  if (steps.length + touchpoints.length + notes.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Unplaced">
      <h3 className={styles.sectionTitle}>Unplaced</h3>
      <p className={styles.lead}>Their stage, step or lane was deleted.</p>
      <ul className={styles.items}>
        {steps.map((id) => (
          <StepItem key={id} id={id} />
        ))}
        {touchpoints.map((id) => (
          <TouchpointItem key={id} id={id} />
        ))}
        {notes.map((id) => (
          <NoteItem key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}
