import { RefreshCw } from 'lucide-react';
import notice from '../panels/StorageNotice.module.css';
import { Button } from '../ui/Button.tsx';
import { useFreshness } from './freshness.ts';
import styles from './OldPageNotice.module.css';

/** An old page is never shown against a newer server without a word. */
export function OldPageNotice() {
  const isOld = useFreshness((state) => state.isOld);
  if (!isOld) return null;
  return (
    <div className={`${notice.notice} ${styles.calm}`} role="status">
      <RefreshCw size={16} aria-hidden />
      <span>Throughline was updated on the server; this page is the version before. What you do here is kept.</span>
      <Button small onClick={() => location.reload()}>
        Load the new version
      </Button>
    </div>
  );
}
