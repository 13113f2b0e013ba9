import { Suspense, useEffect } from 'react';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { OldPageNotice } from '../offline/OldPageNotice.tsx';
import { FirstJoin } from '../people/FirstJoin.tsx';
import { useSession } from '../session/SessionContext.tsx';
import { latePart } from '../ui/lazyPart.ts';
import { toast } from '../ui/toasts.ts';
import { ViewPane } from '../views/ViewPane.tsx';
import styles from './Editor.module.css';
import { useSolvedLog } from './gaps/useSolvedLog.ts';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { StorageNotice } from './StorageNotice.tsx';
import { SidePanel } from './side/SidePanel.tsx';
import { TopBar } from './topbar/TopBar.tsx';

// Comments come after the map is drawn; a page that cannot get them still shows the map.
const Talk = latePart(() => import('../talk/Talk.tsx'));

// Nobody's edits lie aside, as a rule.
const SetAsideNotice = latePart(() => import('./kept/SetAsideNotice.tsx'));

/** The open map with everything around it. */
export function Editor() {
  useRefusals();
  useSolvedLog();
  return (
    <div className={styles.editor}>
      <TopBar />
      <StorageNotice />
      <OldPageNotice />
      <Suspense>
        <SetAsideNotice />
      </Suspense>
      <div className={styles.body}>
        <main className={styles.canvas}>
          <ViewPane>
            <MapCanvas />
          </ViewPane>
          <FirstJoin />
        </main>
        <SidePanel />
      </div>
      <ImportReportDialog />
      <Suspense>
        <Talk />
      </Suspense>
    </div>
  );
}

/** What could not be done is said where everybody looks for it, whoever asked for it. */
function useRefusals(): void {
  const refusal = useSession((session) => session.refusal);
  useEffect(() => {
    if (refusal) toast(refusal.reason, { tone: 'problem' });
  }, [refusal]);
}
