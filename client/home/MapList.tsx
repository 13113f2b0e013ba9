import { useEffect, useState } from 'react';
import type { MapEntry } from '../../shared/protocol/http.ts';
import styles from './MapList.module.css';
import { MapRow } from './MapRow.tsx';

/** The maps, the last changed first. */
export function MapList({ maps }: { readonly maps: readonly MapEntry[] }) {
  const now = useNow();
  return (
    <ul className={styles.list} aria-label="Maps">
      {maps.map((map) => (
        <MapRow key={map.id} map={map} now={now} />
      ))}
    </ul>
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
