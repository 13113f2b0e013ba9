import { PanelRightClose, X } from 'lucide-react';
import { type KeyboardEvent, Suspense } from 'react';
import { type Panel, useView } from '../../canvas/viewStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CommentCount } from '../comments/CommentCount.tsx';
import { DetailsPanel } from '../details/DetailsPanel.tsx';
import { GapCount } from '../gaps/GapCount.tsx';
import { GapsPanel } from '../gaps/GapsPanel.tsx';
import { backFromPanel } from './backFromPanel.ts';
import styles from './PanelTabs.module.css';

const TABS = [
  { value: 'details', label: 'Details' },
  { value: 'gaps', label: 'Gaps', badge: <GapCount /> },
  { value: 'comments', label: 'Comments', badge: <CommentCount /> },
] as const;

const CommentsPanel = lazyPart(() => import('../comments/CommentsPanel.tsx'));

export default function PanelTabs({ panel }: { readonly panel: Panel }) {
  const showPanel = useView((view) => view.showPanel);
  const narrow = useMedia(NARROW);
  const icon = narrow ? <X size={17} aria-hidden /> : <PanelRightClose size={17} aria-hidden />;
  /** What a field or a menu has not taken for itself leads back to the map; a sheet closes by itself. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || narrow) return;
    event.preventDefault();
    backFromPanel();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what bubbles up from the fields
    <div className={styles.frame} data-side-panel="" onKeyDown={onKeyDown}>
      <Tabs
        label="Details and gaps and comments"
        value={panel}
        tabs={TABS}
        onChange={showPanel}
        end={<IconButton label="Close the panel" icon={icon} small onClick={() => showPanel(null)} />}
      >
        <VisuallyHidden as="h2">{TABS.find(({ value }) => value === panel)?.label}</VisuallyHidden>
        {panel === 'details' && <DetailsPanel />}
        {panel === 'gaps' && <GapsPanel />}
        {panel === 'comments' && (
          <Suspense>
            <CommentsPanel />
          </Suspense>
        )}
      </Tabs>
    </div>
  );
}
