import { Undo2 } from 'lucide-react';
import { TRASH_DAYS } from '../../shared/protocol/http.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Counts } from './Counts.tsx';
import { ListFailed } from './ListFailed.tsx';
import list from './MapList.module.css';
import { restoreMap, useMaps } from './mapsStore.ts';
import { daysLeft, titleOf } from './mapWords.ts';
import styles from './Section.module.css';
import { SkeletonList } from './SkeletonList.tsx';
import { whenChanged } from './whenChanged.ts';

/** Deleted maps, each with its way back. */
export function TrashSection() {
  const listing = useMaps((state) => state.trash);
  if (listing.status === 'loading') return <SkeletonList label="The trash is loading" />;
  if (listing.status === 'failed') return <ListFailed list="trash" message={listing.message} />;
  return (
    <section>
      <div className={styles.head}>
        <h1 className={styles.title}>Trash</h1>
      </div>
      {listing.maps.length === 0 && (
        <p className={styles.lead}>The trash is empty. Maps you delete wait here for {TRASH_DAYS} days.</p>
      )}
      {listing.maps.length > 0 && (
        <ul className={list.list} aria-label="Deleted maps">
          {listing.maps.map((map) => (
            <li key={map.id} className={classes(list.row, list.plain)}>
              <div className={list.name}>
                <strong>{titleOf(map)}</strong>
              </div>
              <Counts counts={map.counts} />
              <div className={list.when}>
                Deleted {whenChanged(map.deletedAt ?? map.updatedAt, Date.now())}
                {map.deletedAt && ` · ${daysLeft(map.deletedAt, Date.now())}`}
              </div>
              <div className={list.menu}>
                <Button small onClick={() => void restoreMap(map)}>
                  <Undo2 size={14} aria-hidden />
                  Restore
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
