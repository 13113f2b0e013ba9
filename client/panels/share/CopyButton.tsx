import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './ShareDialog.module.css';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

const SAID_MS = 4000;

/** Puts an address on the clipboard; where the browser does not allow that, shows it to be copied by hand. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text, box.current ?? document.body)) ? 'copied' : 'refused');
  return (
    <span ref={box} className={styles.copy}>
      <Button small onClick={() => void copy()}>
        {outcome === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        {outcome === 'copied' ? 'Copied' : label}
      </Button>
      <VisuallyHidden>
        <span role="status">{outcome === 'copied' && 'It is on the clipboard.'}</span>
      </VisuallyHidden>
      {outcome === 'refused' && (
        <input
          className={styles.address}
          aria-label="The address, to be copied by hand"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </span>
  );
}
