import { PanelRight } from 'lucide-react';
import { useView } from '../../canvas/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { CommentCount } from '../comments/CommentCount.tsx';
import { GapCount } from '../gaps/GapCount.tsx';
import styles from './PanelButton.module.css';

/**
 * Brings the side panel back while it is closed, and tells that somebody wrote meanwhile. On a phone it is the way to
 * the gaps and, with something selected, to its details.
 */
export function PanelButton({ narrow }: { readonly narrow: boolean }) {
  const panel = useView((view) => view.panel);
  const showPanel = useView((view) => view.showPanel);
  const details = useView((view) => view.selected.length > 0) && narrow;
  if (panel !== null) return null;
  return (
    <Button className={styles.button} onClick={() => showPanel(details ? 'details' : 'gaps')}>
      <PanelRight size={16} aria-hidden className={styles.icon} />
      {details ? 'Details' : 'Gaps'}
      {!details && <GapCount />}
      <CommentCount />
    </Button>
  );
}
