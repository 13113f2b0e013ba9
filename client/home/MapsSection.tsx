import { EmptyHome } from './EmptyHome.tsx';
import { ListFailed } from './ListFailed.tsx';
import { MapList } from './MapList.tsx';
import { useMaps } from './mapsStore.ts';
import { NewMapActions } from './NewMapActions.tsx';
import styles from './Section.module.css';
import { SkeletonList } from './SkeletonList.tsx';

export function MapsSection() {
  const listing = useMaps((state) => state.maps);
  switch (listing.status) {
    case 'loading':
      return <SkeletonList label="Maps are loading" />;
    case 'failed':
      return <ListFailed list="maps" message={listing.message} />;
    case 'ready':
      if (listing.maps.length === 0) return <EmptyHome />;
      return (
        <section>
          <div className={styles.head}>
            <h1 className={styles.title}>Maps</h1>
            <NewMapActions />
          </div>
          <MapList maps={listing.maps} />
          <p className={styles.foot}>Drop or paste a table anywhere on this page to import it.</p>
        </section>
      );
    default:
      return listing satisfies never;
  }
}
