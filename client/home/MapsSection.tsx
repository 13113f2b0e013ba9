import { Button } from '../ui/Button.tsx';
import { EmptyHome } from './EmptyHome.tsx';
import { MapList } from './MapList.tsx';
import { refreshMaps, useMaps } from './mapsStore.ts';
import { NewMapActions } from './NewMapActions.tsx';
import styles from './Section.module.css';
import { SkeletonList } from './SkeletonList.tsx';

export function MapsSection() {
  const listing = useMaps((state) => state.maps);
  switch (listing.status) {
    case 'loading':
      return <SkeletonList label="Maps are loading" />;
    case 'failed':
      return (
        <section className={styles.notice}>
          <h1 className={styles.title}>The maps cannot be shown</h1>
          <p className={styles.lead} role="alert">
            {listing.message}
          </p>
          <Button onClick={() => void refreshMaps('maps')}>Try again</Button>
        </section>
      );
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
