import { Suspense, useEffect } from 'react';
import { useView } from '../../canvas/viewStore.ts';
import { latePart } from '../../ui/lazyPart.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { usePanelWidth } from './panelWidth.ts';
import { ResizeHandle } from './ResizeHandle.tsx';
import styles from './SidePanel.module.css';

// The map does not share the line with the code of its panel: it is drawn first.
const PanelTabs = latePart(() => import('./PanelTabs.tsx'));

/** Details, gaps and comments: beside the map on a desk, over it from below where the screen is narrow. */
export function SidePanel() {
  const panel = useView((view) => view.panel);
  const showPanel = useView((view) => view.showPanel);
  const narrow = useMedia(NARROW);
  const width = usePanelWidth((state) => state.width);
  useEffect(() => {
    // On a narrow screen the map comes first, and the panel when it is asked for.
    if (narrow) showPanel(null);
  }, [narrow, showPanel]);

  if (panel === null) return null;
  const close = () => showPanel(null);
  if (narrow) {
    return (
      <Sheet label="Details and gaps and comments" onClose={close}>
        <Suspense>
          <PanelTabs panel={panel} />
        </Suspense>
      </Sheet>
    );
  }
  return (
    <aside className={styles.panel} style={{ width }} aria-label="Details and gaps and comments">
      <ResizeHandle />
      <Suspense>
        <PanelTabs panel={panel} />
      </Suspense>
    </aside>
  );
}
