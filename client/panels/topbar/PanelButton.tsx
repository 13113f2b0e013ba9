import { PanelRight } from 'lucide-react';
import { useView } from '../../canvas/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { GapCount } from '../gaps/GapCount.tsx';
import styles from './PanelButton.module.css';

/** Brings the side panel back while it is closed; on a phone it is the way to the gaps. */
export function PanelButton() {
  const panel = useView((view) => view.panel);
  const showPanel = useView((view) => view.showPanel);
  if (panel !== null) return null;
  return (
    <Button className={styles.button} onClick={() => showPanel('gaps')}>
      <PanelRight size={16} aria-hidden className={styles.icon} />
      Gaps
      <GapCount />
    </Button>
  );
}
