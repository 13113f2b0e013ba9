import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import { Logo } from '../../ui/Logo.tsx';
import styles from '../../ui/Notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** What can be done here. The way to all maps is always there. */
  readonly children?: ReactNode;
}

/** Says in place of a map why there is none, and shows a way on. */
export function Notice({ title, text, children }: NoticeProps) {
  return (
    <main className={styles.notice}>
      <Logo size={36} />
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      <div className={styles.ways}>
        {children}
        <Link href="/" className={styles.link}>
          All maps
        </Link>
      </div>
    </main>
  );
}
