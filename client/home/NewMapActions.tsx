import { FileUp, LayoutTemplate, Plus, Sparkle } from 'lucide-react';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { AccountNeeded } from './AccountNeeded.tsx';
import styles from './NewMapActions.module.css';
import { newMap, openSample } from './newMap.ts';
import { TemplatesOpener } from './TemplatesOpener.tsx';
import { useFileChooser } from './useFileChooser.tsx';

/** The ways to begin: from a finished sample, from a template, from a table, from nothing. */
export function NewMapActions() {
  const { chooser, choose } = useFileChooser();
  const { mayCreateMaps } = useMe((state) => state.me);
  if (!mayCreateMaps) return <AccountNeeded />;
  return (
    <div className={styles.actions}>
      <Button look="quiet" onClick={() => void openSample()}>
        <Sparkle size={15} aria-hidden />
        Open the sample
      </Button>
      <TemplatesOpener>
        {(open) => (
          <Button onClick={open}>
            <LayoutTemplate size={15} aria-hidden />
            Templates
          </Button>
        )}
      </TemplatesOpener>
      <Button onClick={choose}>
        <FileUp size={15} aria-hidden />
        Import
      </Button>
      <Button look="primary" onClick={() => void newMap()}>
        <Plus size={16} aria-hidden />
        New map
      </Button>
      {chooser}
    </div>
  );
}
