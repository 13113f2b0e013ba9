import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './SkeletonList.module.css';

/** Where the list will be, so that nothing jumps when it comes. */
export function SkeletonList({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className={styles.title} />
      {[0, 1, 2].map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
