import { Archive } from 'lucide-react';
import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { readSetAside } from '../../offline/readSetAside.ts';
import { forgetSetAside, type SetAside, setAsideOf } from '../../offline/setAside.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toasts.ts';
import { formatMoment } from '../format.ts';
import notice from '../StorageNotice.module.css';
import styles from './SetAsideNotice.module.css';
import { saveMapFile } from './saveMapFile.ts';

/** Edits of whoever sits here that were not taken and lie aside in this browser: what they can do with them. */
export default function SetAsideNotice() {
  const { mapId } = useMapSession();
  const me = useSession((session) => session.me.id);
  const unsaved = useSession((session) => session.unsaved);
  const [all, setAll] = useState<readonly SetAside[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with news of unsaved edits there are more of them
  useEffect(() => setAll(setAsideOf(mapId, me)), [mapId, me, unsaved]);
  const [first] = all;
  if (!first) return null;
  return <OneSetAside key={first.store} one={first} more={all.length - 1} onDone={() => setAll(all.slice(1))} />;
}

interface OneProps {
  readonly one: SetAside;
  readonly more: number;
  readonly onDone: () => void;
}

function OneSetAside({ one, more, onDone }: OneProps) {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const [discarding, setDiscarding] = useState(false);
  const forget = () => {
    forgetSetAside(one);
    onDone();
  };
  const withDoc = async (use: (doc: Y.Doc) => void) => {
    const doc = await readSetAside(one.store).catch(() => null);
    if (doc) use(doc);
    else {
      toast('They are no longer in this browser: it has cleared them away.', { tone: 'problem' });
      forget();
    }
    doc?.destroy();
  };
  const putBack = (doc: Y.Doc) => {
    session.takeBack(Y.encodeStateAsUpdate(doc));
    forget();
    toast('Your edits are on the map again.', { action: { label: 'Undo', run: session.undo } });
  };
  return (
    <section className={`${notice.notice} ${styles.aside}`} aria-label="Edits that were not taken">
      <Archive size={16} aria-hidden />
      <p className={styles.words}>
        {discarding ? 'Discard them? Nobody has a copy of these edits.' : words(one, more)}
      </p>
      {discarding ? (
        <>
          <Button small look="danger" onClick={forget}>
            Discard for good
          </Button>
          <Button small onClick={() => setDiscarding(false)}>
            Keep them
          </Button>
        </>
      ) : (
        <>
          {mayEdit && one.why === 'role' && (
            <Button small look="primary" onClick={() => void withDoc(putBack)}>
              Put them on the map
            </Button>
          )}
          <Button small onClick={() => void withDoc((doc) => saveMapFile(one.map, doc))}>
            Save as a file
          </Button>
          <Button small look="quiet" onClick={() => setDiscarding(true)}>
            Discard
          </Button>
        </>
      )}
    </section>
  );
}

function words({ at, why }: SetAside, more: number): string {
  const happened =
    why === 'role' ? 'were not taken: you could no longer edit this map' : 'were not taken: the server refused them';
  const others = more === 0 ? '' : more === 1 ? ' There is one more such case.' : ` There are ${more} more such cases.`;
  return `Your edits of ${formatMoment(new Date(at).toISOString())} ${happened}. They are kept in this browser.${others}`;
}
