import { useStore } from '@xyflow/react';
import { type CSSProperties, type RefObject, Suspense, useEffect, useId } from 'react';
import { ActionDialogs } from '../actions/ActionDialogs.tsx';
import { useClipboard } from '../clipboard/useClipboard.ts';
import { latePart } from '../ui/lazyPart.ts';
import { Announcer } from './Announcer.tsx';
import { ColumnHeaders } from './ColumnHeaders.tsx';
import { Corner } from './Corner.tsx';
import { FarView } from './FarView.tsx';
import { Flow } from './Flow.tsx';
import { headerWidth } from './headerSizes.ts';
import { LaneHeaders } from './LaneHeaders.tsx';
import styles from './MapCanvas.module.css';
import { Start } from './Start.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Tray } from './Tray.tsx';
import { useCalmView } from './useCalmView.ts';
import { useGoTo } from './useGoTo.ts';
import { useHeaderPanning } from './useHeaderPanning.ts';
import { useKeyboard } from './useKeyboard.ts';
import { useOpening } from './useOpening.ts';
import { useOwnPresence } from './useOwnPresence.ts';
import { usePointer } from './usePointer.ts';
import { useSmoothPanning } from './useSmoothPanning.ts';
import { useStillThere } from './useStillThere.ts';
import { VisibilityWords } from './VisibilityWords.tsx';
import { useView } from './viewStore.ts';
import { ZoomControls } from './ZoomControls.tsx';

// What helps to find one's way comes after the map is drawn.
const MiniMap = latePart(() => import('./MiniMap.tsx'));
const Following = latePart(() => import('../presence/Following.tsx'));

/** Everything on the canvas, from back to front. */
export function Scene({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const hint = useId();
  const tool = useView((view) => view.tool);
  const laneWidth = useStore((state) => headerWidth(state.width));
  useOpening();
  usePointer(root);
  useHeaderPanning(root);
  useSmoothPanning(root);
  useKeyboard(root);
  useClipboard(root);
  useGoTo();
  useOwnPresence();
  useStillThere();
  useCalmView();
  useEffect(() => useView.getState().leave, []);
  return (
    <section
      ref={root}
      className={styles.canvas}
      data-tool={tool}
      style={{ '--lane-width': `${laneWidth}px` } as CSSProperties}
      aria-label="Map"
      aria-describedby={hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the one tab stop of the map; arrows lead on from here
      tabIndex={0}
    >
      <p id={hint} hidden>
        The same map stands as nested lists under Outline: in the navigation Views at the top or, on a small screen, in
        the bar itself.
      </p>
      <VisibilityWords far />
      <FarView />
      <Flow />
      <VisibilityWords far={false} />
      <LaneHeaders />
      <ColumnHeaders />
      <Corner />
      <Start />
      <Tray />
      <Toolbar />
      <ZoomControls />
      <Suspense>
        <MiniMap />
        <Following />
      </Suspense>
      <Announcer />
      <ActionDialogs />
    </section>
  );
}
