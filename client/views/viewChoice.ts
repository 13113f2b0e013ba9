import { create } from 'zustand';
import { recall, remember } from '../ui/remembered.ts';

/** The ways to look at a map, in the order of the bar. */
export const VIEWS = ['map', 'outline', 'handoffs', 'metrics', 'priorities', 'personas', 'compare'] as const;
export type ViewName = (typeof VIEWS)[number];

export const VIEW_LABELS: Readonly<Record<ViewName, string>> = {
  map: 'Map',
  outline: 'Outline',
  handoffs: 'Hand-offs',
  metrics: 'Metrics',
  priorities: 'Priorities',
  personas: 'Personas',
  compare: 'Compare',
};

/** What stands behind the `#`: a link to a view brings others to the same one, and "back" leads back to the map. */
const hashOf = (view: ViewName): string => (view === 'map' ? '' : `#${VIEW_LABELS[view].toLowerCase()}`);

const viewOf = (hash: string): ViewName => VIEWS.find((view) => view !== 'map' && hashOf(view) === hash) ?? 'map';

interface ViewChoice {
  readonly view: ViewName;
  /** Whether nobody asked for it: then it takes no focus. */
  readonly unasked?: boolean;
}

/** Which view this tab shows. The hash and not the path, so that the map stays open while one looks around. */
export const useViewChoice = create<ViewChoice>(() => ({ view: viewOf(location.hash) }));

/** Shows what the address says: also when another map was gone to, which no event tells. */
export const readView = (): void => useViewChoice.setState({ view: viewOf(location.hash), unasked: false });
window.addEventListener('hashchange', readView);
window.addEventListener('popstate', readView);

/** Goes to a view. */
export function chooseView(view: ViewName): void {
  if (useViewChoice.getState().view === view) return;
  history.pushState(null, '', `${location.pathname}${location.search}${hashOf(view)}`);
  useViewChoice.setState({ view, unasked: false });
}

const PHONE_KEY = 'throughline.phone-view';

/** Goes to the map or the outline by a choice that counts for the next map on this phone, too. */
export function preferView(view: 'map' | 'outline'): void {
  remember(PHONE_KEY, view);
  chooseView(view);
}

/** The map, by its path, that was opened last: its first view is chosen once. */
let begun: string | null = null;

/** A map that is opened on a phone for more than looking begins as an outline, unless the map itself was preferred there. */
export function beginWithOutline(): void {
  if (begun === location.pathname) return;
  begun = location.pathname;
  if (location.hash !== '' || useViewChoice.getState().view !== 'map' || recall(PHONE_KEY) === 'map') return;
  history.replaceState(null, '', `${location.pathname}${location.search}${hashOf('outline')}`);
  useViewChoice.setState({ view: 'outline', unasked: true });
}
