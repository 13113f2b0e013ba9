import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { toast } from '../../ui/toasts.ts';
import { closeImport, useImportDialog } from './importDialogStore.ts';

/** Only who imports loads the code for it. */
const ImportDialog = lazy<ComponentType>(() => import('./ImportDialog.tsx').catch(() => ({ default: NotLoaded })));

function NotLoaded() {
  useEffect(() => {
    toast('Importing could not be loaded. Load the page again when the server can be reached.', { tone: 'problem' });
    closeImport();
  }, []);
  return null;
}

/** The import dialog where it is open. */
export function ImportOpener() {
  const open = useImportDialog((state) => state.open);
  useEffect(() => closeImport, []);
  if (!open) return null;
  return (
    <Suspense>
      <ImportDialog />
    </Suspense>
  );
}
