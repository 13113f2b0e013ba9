import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

interface VisuallyHiddenProps {
  readonly as?: 'span' | 'h2';
  readonly children: ReactNode;
}

/** Words for those who listen to the page and see no icons. */
export const VisuallyHidden = ({ as: Tag = 'span', children }: VisuallyHiddenProps) => (
  <Tag className={styles.hidden}>{children}</Tag>
);
