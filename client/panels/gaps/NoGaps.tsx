import { useMap } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './NoGaps.module.css';

/** Fewer touchpoints than this are a beginning, and a beginning is not judged. */
const ENOUGH = 4;

export function NoGaps() {
  const begun = useMap((map) => map.touchpoints.list.length >= ENOUGH);
  return (
    <div className={styles.empty}>
      <h3 className={styles.title}>{begun ? 'No gaps found' : 'Nothing to check yet'}</h3>
      <p className={styles.text}>
        {begun
          ? 'Every touchpoint and hand-off that is drawn has what it needs. The map is checked again with every change.'
          : 'Draw a few steps and touchpoints. What is missing or broken between departments shows up here as you draw.'}
      </p>
    </div>
  );
}

/** The list is narrowed down to nothing. */
export const NoneShown = ({ onShowAll }: { readonly onShowAll: () => void }) => (
  <div className={styles.empty}>
    <h3 className={styles.title}>No gap like this</h3>
    <p className={styles.text}>There are gaps, and none that fits what the list is narrowed down to.</p>
    <Button small className={styles.button} onClick={onShowAll}>
      Show all
    </Button>
  </div>
);
