import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { counted } from '../../shared/model/inWords.ts';
import { dismissReport, useImportReports } from '../home/importReports.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copyText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toasts.ts';
import styles from './ImportReportDialog.module.css';

/** Tells after an import what was understood, and row by row what was not; stays until it has been read. */
export function ImportReportDialog() {
  const { mapId, store } = useMapSession();
  const report = useImportReports((state) => state.reports[mapId]);
  // As imported: what people add while the list is open is not part of it.
  const touchpoints = useRef(store.getState().map.touchpoints.list.length).current;
  const list = useRef<HTMLUListElement>(null);
  const whole = report?.length === 0;
  useEffect(() => {
    if (!whole) return;
    toast(`Imported ${counted(touchpoints, 'touchpoint')}. Every row was understood.`);
    dismissReport(mapId);
  }, [whole, mapId, touchpoints]);

  if (!report || whole) return null;
  const copy = async () => {
    const text = report.map(({ row, message }) => `Row ${row}\t${message}`).join('\n');
    const copied = await copyText(text, list.current ?? document.body);
    toast(copied ? 'The list is on the clipboard.' : 'The browser did not allow copying. Select the list and copy it.');
  };
  return (
    <Dialog
      wide
      title={`Imported ${counted(touchpoints, 'touchpoint')}; ${counted(report.length, 'thing')} to check`}
      text="Nothing else was doubtful. Correct these on the map, or in the file and import it again."
      onClose={() => dismissReport(mapId)}
      actions={
        <>
          <Button onClick={() => void copy()}>
            <Copy size={15} aria-hidden />
            Copy the list
          </Button>
          <Button look="primary" onClick={() => dismissReport(mapId)}>
            Go to the map
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable for the arrow keys */}
      <ul ref={list} className={styles.list} aria-label="What to check" tabIndex={0}>
        {report.map(({ row, message }) => (
          <li key={`${row} ${message}`} className={styles.warning}>
            <span className={styles.row}>Row {row}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
