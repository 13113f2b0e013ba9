import { FileUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import field from '../../ui/Field.module.css';
import styles from './ImportDialog.module.css';

interface SourceStepProps {
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
  /** Why the last one was not taken. */
  readonly problem: string | null;
}

/** Where a journey comes from: a file that is chosen or dropped, or a table that is pasted. */
export function SourceStep({ onFile, onText, problem }: SourceStepProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const id = useId();
  return (
    <div className={styles.source}>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way to what the button does */}
      <div
        className={classes(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onFile(file);
        }}
      >
        <Button onClick={() => input.current?.click()}>
          <FileUp size={15} aria-hidden />
          Choose a file
        </Button>
        <p className={styles.hint}>or drop it here: Excel, CSV, JSON, Mermaid</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File to import"
          accept=".xlsx,.csv,.tsv,.txt,.json,.mmd,.md"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      </div>
      <div className={field.field}>
        <label htmlFor={id} className={field.label}>
          Or paste a table
        </label>
        <textarea
          id={id}
          className={classes(field.control, styles.pasted)}
          value={text}
          placeholder={'Stage\tStep\tDepartment\tTouchpoint'}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button disabled={text.trim() === ''} onClick={() => onText(text)}>
            Read it
          </Button>
        </div>
      </div>
    </div>
  );
}
