import { CloudOff, Eye, MessageSquare, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSession } from '../../session/SessionContext.tsx';
import type { Saving } from '../../session/savedTracker.ts';
import { classes } from '../../ui/classes.ts';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SavingState.module.css';

/** How far this page's edits have come, in a word. */
export function SavingState() {
  const saving = useSession((session) => session.saving);
  const narrow = useMedia(NARROW);
  const role = useSession((session) => session.role);
  const joining = useJoining(saving);
  if (joining) return <State words="Connecting" mark={<span className={styles.dot} />} />;
  switch (saving.status) {
    case 'saved':
      // Who cannot edit has nothing saved; what they may do is what they want to know.
      if (role === 'viewer')
        return <State words="You can look at this map" markOnly={narrow} mark={<Eye size={14} aria-hidden />} />;
      if (role === 'commenter')
        return <State words="You can comment" markOnly={narrow} mark={<MessageSquare size={14} aria-hidden />} />;
      return <State words="Saved" mark={<span className={classes(styles.dot, styles.good)} />} />;
    case 'saving':
      // Nothing of this page is under way: the server is asked about what an earlier visit may have left.
      return <State words={saving.edits === 0 ? 'Connecting' : 'Saving'} mark={<span className={styles.dot} />} />;
    case 'not-stored':
      return <State words="Not stored yet" warn mark={<TriangleAlert size={14} aria-hidden />} />;
    case 'offline':
      return <State words={offlineWords(saving.edits, narrow)} warn mark={<CloudOff size={14} aria-hidden />} />;
    default:
      return saving satisfies never;
  }
}

function offlineWords(edits: number, narrow: boolean): string {
  if (edits === 0) return 'Offline';
  if (narrow) return `Offline, ${edits} kept`;
  return edits === 1 ? 'Offline, 1 edit kept here' : `Offline, ${edits} edits kept here`;
}

interface StateProps {
  readonly words: string;
  readonly mark: React.ReactNode;
  readonly warn?: boolean;
  /** The words are only heard: on a phone they would take the room of the map's title. */
  readonly markOnly?: boolean;
}

const State = ({ words, mark, warn = false, markOnly = false }: StateProps) => (
  <span className={classes(styles.state, warn && styles.warn)} role="status" aria-live="polite" title={words}>
    {mark}
    {markOnly ? <VisuallyHidden>{words}</VisuallyHidden> : <span className={styles.words}>{words}</span>}
  </span>
);

const JOINING_MS = 3000;

/** The first seconds without a connection are how every visit begins, not a failure. */
function useJoining(saving: Saving): boolean {
  const [over, setOver] = useState(false);
  const connected = saving.status !== 'offline';
  useEffect(() => {
    if (connected) setOver(true);
    const timer = setTimeout(() => setOver(true), JOINING_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  return !over && !connected && saving.edits === 0;
}
