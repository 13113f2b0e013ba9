import { useEffect } from 'react';
import { keptMap } from '../../offline/keptMaps.ts';
import { refreshMe, useMe } from '../../session/me.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import styles from '../../ui/Notice.module.css';
import { mapPath, signInPath } from '../../ui/route.ts';
import { saveMapFile } from '../kept/saveMapFile.ts';
import { Notice } from './Notice.tsx';
import { useComingBack } from './useComingBack.ts';

interface AccessEndedProps {
  readonly why: 'gone' | 'access-ended';
  readonly onBack: () => void;
}

/** The map was here and is no longer for whoever sits here: says so, whom to ask, and opens it when it comes back. */
export function AccessEnded({ why, onBack }: AccessEndedProps) {
  const { mapId, doc, openedFor } = useMapSession();
  const title = useSession((session) => session.map.meta.title);
  const me = useMe((state) => state.me);
  const waiting = useSession(({ saving }) => ('edits' in saving ? saving.edits : 0));
  useComingBack(mapId, onBack);
  // The session may have ended, and not the right: then somebody else sits here by now.
  useEffect(() => void refreshMe(), []);
  const kept = keptMap(mapId, me.id);
  // What a map of somebody else's is called is nobody's business who sits here after them.
  const known = (openedFor() === me.id && title) || (kept?.person === me.id && kept.title);
  const name = known ? `“${known}”` : 'this map';
  const ask = kept?.owner ? `Ask ${kept.owner}, whose map it is` : 'Ask whoever gave you the map';
  if (kept?.person && me.id && kept.person !== me.id) {
    return (
      <Notice
        title="You are signed out"
        text={`You had ${name} under another name than “${me.name}”, as whom you are here now. Sign in again to open it. Edits that were not saved yet are kept in this browser.`}
      >
        <Link href={signInPath(mapPath(mapId))} className={styles.link}>
          Sign in
        </Link>
      </Notice>
    );
  }
  const happened =
    why === 'gone'
      ? `${name} is no longer shared with you, or it was deleted for good.`
      : `${name} is no longer shared with you: the link was switched off or has expired, or somebody took you off the list.`;
  return (
    <Notice
      title="Your access to this map has ended"
      text={`${happened} ${waitingWords(waiting)}${ask}. As soon as you are let in again, this page opens the map by itself.`}
    >
      <Button onClick={onBack}>Try now</Button>
      {waiting > 0 && <Button onClick={() => saveMapFile(mapId, doc)}>Save the map as it is here</Button>}
    </Notice>
  );
}

function waitingWords(edits: number): string {
  if (edits === 0) return '';
  return edits === 1
    ? 'One edit had not been saved by then; it is kept in this browser. '
    : `${edits} edits had not been saved by then; they are kept in this browser. `;
}
