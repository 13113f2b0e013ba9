import { Link } from '../../ui/Link.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Skeleton.module.css';

/** The outline of the editor until the map is there, so that nothing jumps when it comes. */
export function Skeleton() {
  return (
    <div className={styles.skeleton}>
      <div className={styles.bar}>
        <Link href="/" aria-label="All maps" className={styles.home}>
          <Logo />
        </Link>
        <div className={styles.title} />
      </div>
      <main className={styles.sheet} role="status">
        <VisuallyHidden>The map is loading</VisuallyHidden>
        {[0, 1, 2, 3].map((lane) => (
          <div key={lane} className={styles.lane} />
        ))}
      </main>
    </div>
  );
}
