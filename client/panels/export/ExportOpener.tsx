import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { toast } from '../../ui/toasts.ts';
import { closeExport, useExportDialog } from './exportDialogStore.ts';

/** Painters and their choices are large; only who exports loads them. */
const ExportDialog = lazy<ComponentType>(() => import('./ExportDialog.tsx').catch(() => ({ default: NotLoaded })));

function NotLoaded() {
  useEffect(() => {
    toast('Exporting could not be loaded. Load the page again when the server can be reached.', { tone: 'problem' });
    closeExport();
  }, []);
  return null;
}

/** The export dialog where it is open. */
export function ExportOpener() {
  const open = useExportDialog((state) => state.open);
  useEffect(() => closeExport, []);
  if (!open) return null;
  return (
    <Suspense>
      <ExportDialog />
    </Suspense>
  );
}
