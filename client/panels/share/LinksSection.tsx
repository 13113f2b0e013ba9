import { Plus } from 'lucide-react';
import { useState } from 'react';
import { createLink } from '../../http/sharing.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkCard } from './LinkCard.tsx';
import { NewLink } from './NewLink.tsx';
import styles from './ShareDialog.module.css';
import type { Sharing } from './useSharing.ts';

/** The links of the map: whoever opens one is in, with what it lets them do. */
export function LinksSection({ sharing }: { readonly sharing: Sharing }) {
  const { mapId } = useMapSession();
  const [making, setMaking] = useState(false);
  const { links, act } = sharing;
  const isNone = links.status === 'ready' && links.list.length === 0;
  return (
    <section className={styles.part} aria-labelledby="share-links">
      <div className={styles.head}>
        <h3 id="share-links" className={styles.title}>
          Links
        </h3>
        {!making && !isNone && (
          <Button small onClick={() => setMaking(true)}>
            <Plus size={14} aria-hidden />
            New link
          </Button>
        )}
      </div>
      <p className={styles.text}>
        Whoever opens a link is on the map at once, without an account. A change here changes it for everybody it
        brought.
      </p>
      {isLocal(location.hostname) && (
        <p className={styles.hint}>
          You opened Throughline by an address of this computer: links made from it work on this computer only.
        </p>
      )}
      {links.status === 'failed' && (
        <p className={styles.text} role="alert">
          {links.message}
        </p>
      )}
      {(making || isNone) && (
        <NewLink
          onCreate={async (body) => {
            if (await act(createLink(mapId, body))) setMaking(false);
          }}
          {...(isNone ? {} : { onCancel: () => setMaking(false) })}
        />
      )}
      {links.status === 'ready' && links.list.length > 0 && (
        <ul className={styles.list} aria-label="Links">
          {links.list.map((link) => (
            <LinkCard key={link.id} link={link} act={act} />
          ))}
        </ul>
      )}
    </section>
  );
}

const isLocal = (host: string) => host === 'localhost' || host === '[::1]' || host.startsWith('127.');
