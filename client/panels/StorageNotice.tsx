import { TriangleAlert } from 'lucide-react';
import { useSession } from '../session/SessionContext.tsx';
import styles from './StorageNotice.module.css';

/** While the server cannot write to its disk, everybody on the map should know before they close the page. */
export function StorageNotice() {
  const failing = useSession((session) => session.saving.status === 'not-stored');
  if (!failing) return null;
  return (
    <div className={styles.notice} role="alert">
      <TriangleAlert size={16} aria-hidden />
      The server cannot store anything at the moment. Edits reach everybody here and are kept in this browser; the
      server goes on trying. Leave this page open until it says Saved.
    </div>
  );
}
