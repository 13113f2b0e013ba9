import type { MapEntry } from '../../shared/protocol/http.ts';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { arrangeMaps } from './arrangeMaps.ts';
import { EmptyHome } from './EmptyHome.tsx';
import { searchMaps, useHomeView } from './homeView.ts';
import { ListFailed } from './ListFailed.tsx';
import { MapList } from './MapList.tsx';
import { StampScale } from './MapStamp.tsx';
import { MapTools } from './MapTools.tsx';
import { useMaps } from './mapsStore.ts';
import { NewMapActions } from './NewMapActions.tsx';
import styles from './Section.module.css';
import { SkeletonList } from './SkeletonList.tsx';

export function MapsSection() {
  const listing = useMaps((state) => state.maps);
  const { me, failure } = useMe();
  // What may be offered hangs on who sits here.
  if (me.id === '' && failure === null) return <SkeletonList label="Maps are loading" />;
  switch (listing.status) {
    case 'loading':
      return <SkeletonList label="Maps are loading" />;
    case 'failed':
      return <ListFailed list="maps" message={listing.message} />;
    case 'ready':
      return listing.maps.length === 0 ? <EmptyHome /> : <Maps maps={listing.maps} />;
    default:
      return listing satisfies never;
  }
}

/** With this few one sees them all. */
const FEW = 2;

function Maps({ maps }: { readonly maps: readonly MapEntry[] }) {
  const { search, order } = useHomeView();
  const mayCreate = useMe((state) => state.me.mayCreateMaps);
  const hasTools = maps.length > FEW || search !== '';
  const shown = arrangeMaps(maps, hasTools ? search : '', order);
  const templates = shown.filter(({ template }) => template);
  const journeys = shown.filter(({ template }) => !template);
  const mine = journeys.filter(({ role }) => role === 'owner');
  const shared = journeys.filter(({ role }) => role !== 'owner');
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>Maps</h1>
        <NewMapActions />
      </div>
      {hasTools && <MapTools />}
      <div role="status" className={styles.found}>
        {search.trim() !== '' &&
          (shown.length === 0 ? `No map is called “${search.trim()}”.` : foundWords(shown.length))}
      </div>
      {shown.length === 0 && <Button onClick={() => searchMaps('')}>Show all maps</Button>}
      <StampScale />
      {mine.length > 0 && <MapList title="My maps" maps={mine} />}
      {shared.length > 0 && <MapList title="Shared with me" maps={shared} />}
      {templates.length > 0 && <MapList title="Templates" maps={templates} />}
      {mayCreate && <p className={styles.foot}>Drop or paste a table anywhere on this page to import it.</p>}
    </>
  );
}

const foundWords = (count: number): string => (count === 1 ? '1 map found' : `${count} maps found`);
