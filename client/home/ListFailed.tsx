import { Button } from '../ui/Button.tsx';
import { refreshMaps } from './mapsStore.ts';
import styles from './Section.module.css';

interface ListFailedProps {
  readonly list: 'maps' | 'trash';
  readonly message: string;
}

/** A list that did not come, and the way to ask for it again. */
export function ListFailed({ list, message }: ListFailedProps) {
  return (
    <section className={styles.notice}>
      <h1 className={styles.title}>The {list} cannot be shown</h1>
      <p className={styles.lead} role="alert">
        {message}
      </p>
      <Button onClick={() => void refreshMaps(list)}>Try again</Button>
    </section>
  );
}
