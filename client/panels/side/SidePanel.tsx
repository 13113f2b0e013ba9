import { useEffect } from 'react';
import { useView } from '../../canvas/viewStore.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { PanelTabs } from './PanelTabs.tsx';
import { usePanelWidth } from './panelWidth.ts';
import { ResizeHandle } from './ResizeHandle.tsx';
import styles from './SidePanel.module.css';

/** Details and gaps: beside the map on a desk, over it from below where the screen is narrow. */
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
      <Sheet label="Details and gaps" onClose={close}>
        <PanelTabs panel={panel} />
      </Sheet>
    );
  }
  return (
    <aside className={styles.panel} style={{ width }} aria-label="Details and gaps">
      <ResizeHandle />
      <PanelTabs panel={panel} />
    </aside>
  );
}
