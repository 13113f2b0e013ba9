import { type ReactNode, useId } from 'react';
import { useReadOnly } from '../../ui/ReadOnly.tsx';
import styles from './Section.module.css';

interface SectionProps {
  readonly title?: string;
  /** At the end of the heading's line: what adds to it. */
  readonly end?: ReactNode;
  /** What a fix leads to, when it leads here. */
  readonly field?: string;
  readonly children: ReactNode;
}

/** Fields that belong together. */
export function Section({ title, end, field, children }: SectionProps) {
  const id = useId();
  const readOnly = useReadOnly();
  return (
    <section className={styles.section} aria-labelledby={title ? id : undefined} data-field={field}>
      {title && (
        <div className={styles.head}>
          <h3 id={id} className={styles.title}>
            {title}
          </h3>
          {!readOnly && end}
        </div>
      )}
      {children}
    </section>
  );
}

/** Short fields side by side. */
export const Columns = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.columns}>{children}</div>
);
