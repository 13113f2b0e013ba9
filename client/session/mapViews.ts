import { measureInter } from '../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../shared/layout/layoutMap.ts';
import type { MapLayout, MeasureLines } from '../../shared/layout/mapLayout.ts';
import { STAGE_FONT, STEP_FONT } from '../../shared/layout/sizes.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useLaneView } from '../canvas/laneView.ts';
import { useSession } from './SessionContext.tsx';

let layouts = new WeakMap<MapSnapshot, MapLayout>();
useLaneView.subscribe(() => {
  layouts = new WeakMap();
});
/** What did not change since is taken over from here; a layout of another map gives nothing and harms nothing. */
let latest: MapLayout | undefined;

/**
 * A title somebody pasted must not push the map off the screen: above it stand so many lines at most, and the rest is
 * in the tooltip and in the details. On paper there is room for all of it.
 */
const HEADER_LINES = 5;
const measureOnScreen: MeasureLines = (text, font, width) => {
  const lines = measureInter(text, font, width);
  return font === STAGE_FONT || font === STEP_FONT ? Math.min(lines, HEADER_LINES) : lines;
};

/** Where everything on a snapshot is; computed once for each, whoever asks. */
export function layoutOf(map: MapSnapshot): MapLayout {
  let layout = layouts.get(map);
  if (!layout) {
    layout = layoutMap(map, measureOnScreen, latest, { lanes: useLaneView.getState().looks });
    layouts.set(map, layout);
    latest = layout;
  }
  return layout;
}

const all = (layout: MapLayout) => layout;

/** The layout of the map. */
export const useLayout = (): MapLayout => useLayoutPart(all);

/** Picks one thing from the layout; what did not move is the same object as before. */
export function useLayoutPart<T>(select: (layout: MapLayout) => T): T {
  // Which lanes are folded is no part of the map.
  useLaneView();
  return useSession(({ map }) => select(layoutOf(map)));
}
