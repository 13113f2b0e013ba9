import type { Place } from '../../../shared/model/records.ts';
import { useMap } from '../../session/SessionContext.tsx';
import styles from './Details.module.css';

/** Where a touchpoint or note stands, in words. */
export function PlaceLine({ place }: { readonly place: Place | null }) {
  const step = useMap((map) => place && map.steps.get(place.step));
  const lane = useMap((map) => place && map.lanes.get(place.lane));
  if (!step || !lane) return <p className={styles.place}>Unplaced: its step or lane was deleted.</p>;
  return (
    <p className={styles.place}>
      {lane.title || 'Untitled lane'}, at “{step.title || 'Untitled step'}”
    </p>
  );
}
