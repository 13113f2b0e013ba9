import { useEffect } from 'react';
import { Button } from '../ui/Button.tsx';
import { KeptMaps } from './KeptMaps.tsx';
import { refreshMaps } from './mapsStore.ts';
import styles from './Section.module.css';

interface ListFailedProps {
  readonly list: 'maps' | 'trash';
  readonly message: string;
}

const AGAIN_MS = 5000;

/** A list that did not come, the way to ask for it again, and what can be had without it. */
export function ListFailed({ list, message }: ListFailedProps) {
  useEffect(() => {
    const timer = setInterval(() => void refreshMaps(list), AGAIN_MS);
    return () => clearInterval(timer);
  }, [list]);
  return (
    <section className={styles.notice}>
      <h1 className={styles.title}>The {list} cannot be shown</h1>
      <p className={styles.lead} role="alert">
        {message}
      </p>
      <Button onClick={() => void refreshMaps(list)}>Try again</Button>
      {list === 'maps' && <KeptMaps />}
    </section>
  );
}
