import { type ReactNode, useCallback } from 'react';
import styles from './ShareDialog.module.css';

/** What opens below a link: has the focus as soon as it is there. */
export function LinkPartBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useCallback((element: HTMLElement | null) => {
    element?.querySelector<HTMLElement>('select, input, button')?.focus();
  }, []);
  return (
    <section ref={box} className={styles.inner} aria-label={label} data-link-part>
      {children}
    </section>
  );
}
