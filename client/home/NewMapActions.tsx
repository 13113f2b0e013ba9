import { FileUp, Plus, Sparkle } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { importFiles } from './importFiles.ts';
import styles from './NewMapActions.module.css';
import { newMap, openSample } from './newMap.ts';

/** The ways to begin: from nothing, from a table, from a finished sample. */
export function NewMapActions() {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.actions}>
      <Button look="quiet" onClick={() => void openSample()}>
        <Sparkle size={15} aria-hidden />
        Open the sample
      </Button>
      <Button onClick={() => chooser.current?.click()}>
        <FileUp size={15} aria-hidden />
        Import
      </Button>
      <Button look="primary" onClick={() => void newMap()}>
        <Plus size={16} aria-hidden />
        New map
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          void importFiles([...(event.target.files ?? [])]);
          // The same file chosen again is to be imported again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
