import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { mapPath } from '../../ui/route.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ShareCard.module.css';

/** The link to this map, and who can do what with it. */
export function ShareCard({ titled = true }: { readonly titled?: boolean }) {
  const { mapId } = useMapSession();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const link = `${location.origin}${mapPath(mapId)}`;
  const copy = async () => {
    const copied = await copyText(link, card.current ?? document.body);
    setOutcome(copied ? 'copied' : 'refused');
    // Selected, so that Ctrl+C does by hand what the browser would not do for us.
    if (!copied) field.current?.select();
  };
  return (
    <div ref={card} className={styles.card}>
      {titled && <h2 className={styles.title}>Share this map</h2>}
      <p className={styles.text}>Anybody who can reach this address can open the map and edit it. No account needed.</p>
      <div className={styles.line}>
        <TextField
          ref={field}
          className={styles.link}
          label="Link to this map"
          labelHidden
          value={link}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onClick={() => void copy()}>
          {outcome === 'copied' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          {outcome === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className={styles.text} role="status">
        {outcome === 'copied' && 'The link is on the clipboard.'}
        {outcome === 'refused' && 'The browser did not allow copying. The link is selected: press Ctrl+C.'}
        {outcome === null && isLocal(location.hostname) && (
          <>This address works on this computer only. For others, start the server so that the network reaches it.</>
        )}
      </p>
    </div>
  );
}

const isLocal = (host: string) => host === 'localhost' || host === '[::1]' || host.startsWith('127.');
