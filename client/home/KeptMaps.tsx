import { useEffect, useMemo, useState } from 'react';
import { type KeptMapEntry, keptMaps, waitingEdits } from '../offline/keptMaps.ts';
import { useMe } from '../session/me.ts';
import { Link } from '../ui/Link.tsx';
import { mapPath } from '../ui/route.ts';
import styles from './KeptMaps.module.css';
import { titleOf } from './mapWords.ts';

/** The maps that this browser keeps, for a day without the server; edits made in them wait for it. */
export function KeptMaps() {
  const person = useMe((state) => state.me.id);
  const maps = useMemo(() => keptMaps(person), [person]);
  if (maps.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="kept-maps">
      <h2 id="kept-maps" className={styles.title}>
        Maps kept in this browser
      </h2>
      <p className={styles.text}>
        They open as you last saw them, and what you do in them is sent when the server is back.
      </p>
      <ul className={styles.list}>
        {maps.map((map) => (
          <KeptMap key={map.id} map={map} />
        ))}
      </ul>
    </section>
  );
}

function KeptMap({ map: { id, title, person } }: { readonly map: KeptMapEntry }) {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let current = true;
    waitingEdits({ id, person }).then((edits) => current && setWaiting(edits));
    return () => {
      current = false;
    };
  }, [id, person]);
  return (
    <li className={styles.map}>
      <Link href={mapPath(id)} className={styles.link}>
        {titleOf({ title })}
      </Link>
      {waiting > 0 && (
        <span className={styles.waiting}>{waiting === 1 ? '1 edit waits' : `${waiting} edits wait`} to be sent</span>
      )}
    </li>
  );
}
