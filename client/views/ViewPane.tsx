import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { ItemRef } from '../../shared/model/records.ts';
import { useView } from '../canvas/viewStore.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { useMayComment } from '../talk/useMayComment.ts';
import { lazyPart } from '../ui/lazyPart.ts';
import { ReadOnly } from '../ui/ReadOnly.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { PHONE, useMedia } from '../ui/useMedia.ts';
import styles from './ViewPane.module.css';
import { beginWithOutline, chooseView, readView, useViewChoice, VIEW_LABELS, type ViewName } from './viewChoice.ts';

// Whoever draws does not wait for the code of views they do not look at.
const shown: Readonly<Record<Exclude<ViewName, 'map'>, ComponentType>> = {
  outline: lazyPart(() => import('../outline/OutlineView.tsx')),
  handoffs: lazyPart(() => import('./handoffs/HandoffsView.tsx')),
  metrics: lazyPart(() => import('./metrics/MetricsView.tsx')),
  priorities: lazyPart(() => import('./priorities/PrioritiesView.tsx')),
  personas: lazyPart(() => import('./personas/PersonasView.tsx')),
  compare: lazyPart(() => import('./compare/CompareView.tsx')),
};

/**
 * The map, or another view above it. The map stays where it is, out of reach of eyes, keys and pointers, so that coming
 * back to it shows the same place at once.
 */
export function ViewPane({ children }: { readonly children: ReactNode }) {
  const view = useViewChoice((choice) => choice.view);
  const mayEdit = useMayEdit();
  useShowOnMap();
  useLayoutEffect(readView, []);
  useOutlineOnPhone();
  const pane = useFocusInView(view);
  const Shown = view === 'map' ? null : shown[view];
  return (
    <>
      <div className={styles.map} inert={view !== 'map'}>
        {children}
      </div>
      {Shown && view !== 'map' && (
        <section key={view} ref={pane} className={styles.view} aria-label={VIEW_LABELS[view]} tabIndex={-1}>
          <ReadOnly value={!mayEdit}>
            <Suspense
              fallback={
                <div className={styles.loading}>
                  <Spinner />
                </div>
              }
            >
              <Shown />
            </Suspense>
          </ReadOnly>
        </section>
      )}
    </>
  );
}

/** A view that was chosen by keys has the focus: what had it before is gone or out of reach. */
function useFocusInView(view: ViewName): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (useViewChoice.getState().unasked) return;
    const focused = document.activeElement;
    if (focused !== document.body && focused?.isConnected && !focused.closest('[inert]')) return;
    const map = document.querySelector<HTMLElement>('section[data-tool]');
    (view === 'map' ? map : pane.current)?.focus({ preventScroll: true });
  }, [view]);
  return pane;
}

const ON_THE_MAP = new Set<ItemRef['kind']>(['touchpoint', 'note', 'handoff', 'stage', 'step', 'lane', 'metric']);

/** Whoever asks to be shown something that stands on the map sees the map. */
function useShowOnMap(): void {
  useEffect(
    () =>
      useView.subscribe(({ goTo }, before) => {
        if (!goTo || goTo === before.goTo || !goTo.items.some(({ kind }) => ON_THE_MAP.has(kind))) return;
        // The outline shows it in its own way; a metric has no line there.
        const inOutline =
          useViewChoice.getState().view === 'outline' && goTo.items.some(({ kind }) => kind !== 'metric');
        if (!inOutline) chooseView('map');
      }),
    [],
  );
}

/** Who may only look comes from the executive view, and asked for the map itself. */
function useOutlineOnPhone(): void {
  const mayComment = useMayComment();
  const phone = useMedia(PHONE);
  // Before anything is painted: nobody is to see the map go by.
  useLayoutEffect(() => {
    if (mayComment && phone) beginWithOutline();
  }, [mayComment, phone]);
}
