import styles from './EmptyHome.module.css';
import { NewMapActions } from './NewMapActions.tsx';
import section from './Section.module.css';

/** The first thing anybody sees: what this is for, and where to begin. */
export function EmptyHome() {
  return (
    <section className={styles.empty}>
      <h1 className={section.title}>See where customers fall between departments</h1>
      <p className={section.lead}>
        Draw together what a customer goes through, from marketing to dismissal. While you draw, Throughline finds the
        gaps: hand-offs nobody owns, moments that go badly, numbers nobody watches.
      </p>
      <NewMapActions />
      <p className={section.foot}>
        Already have the journey as a table? Drop the file on this page, or paste the rows. One row is one touchpoint.
      </p>
    </section>
  );
}
