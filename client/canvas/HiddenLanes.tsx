import { Eye } from 'lucide-react';
import { useEffect } from 'react';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { classes } from '../ui/classes.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { alongAxis } from './alongAxis.ts';
import styles from './Headers.module.css';
import { lookAtLane, useLaneView } from './laneView.ts';
import { useView } from './viewStore.ts';

/** Brings lanes back that this browser hides; and whatever somebody asks to be shown, with its lane. */
export function HiddenLanes({ y }: { readonly y: number }) {
  useShownOnDemand();
  const looks = useLaneView((view) => view.looks);
  const lanes = useMap((map) => map.lanes.list).filter(({ id }) => looks.get(id) === 'hidden');
  if (lanes.length === 0) return null;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className={classes(styles.add, styles.addLane, styles.hiddenLanes)}
          style={alongAxis(y, 0)}
        >
          <Eye size={14} aria-hidden /> {lanes.length} hidden
        </button>
      }
    >
      {lanes.map(({ id, title }) => (
        <MenuItem key={id} onSelect={() => lookAtLane(id, null)}>
          Show {title || 'Untitled lane'}
        </MenuItem>
      ))}
    </Menu>
  );
}

function useShownOnDemand(): void {
  const { store } = useMapSession();
  useEffect(
    () =>
      useView.subscribe(({ goTo }, before) => {
        if (!goTo || goTo === before.goTo) return;
        const { map } = store.getState();
        const { looks } = useLaneView.getState();
        for (const { kind, id } of goTo.items) {
          const ends = kind === 'handoff' ? [map.handoffs.get(id)?.from, map.handoffs.get(id)?.to] : [id];
          for (const end of ends) {
            const place = end ? (map.touchpoints.get(end) ?? map.notes.get(end))?.place : null;
            const lane = kind === 'lane' ? id : place?.lane;
            if (lane && looks.has(lane)) lookAtLane(lane, null);
          }
        }
      }),
    [store],
  );
}
