import { useEffect, useId, useState } from 'react';
import type { MapEntry } from '../../shared/protocol/http.ts';
import styles from './MapList.module.css';
import { MapRow } from './MapRow.tsx';
import section from './Section.module.css';

interface MapListProps {
  readonly title: string;
  readonly maps: readonly MapEntry[];
}

/** Maps under a heading. */
export function MapList({ title, maps }: MapListProps) {
  const now = useNow();
  const id = useId();
  return (
    <section className={section.part}>
      <h2 id={id} className={section.subtitle}>
        {title}
      </h2>
      <ul className={styles.list} aria-labelledby={id}>
        {maps.map((map) => (
          <MapRow key={map.id} map={map} now={now} />
        ))}
      </ul>
    </section>
  );
}

/** "A minute ago" should not stand there for an hour. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
