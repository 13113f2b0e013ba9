import { Suspense, useEffect } from 'react';
import { lazyDialog } from '../../ui/lazyPart.ts';
import { closeImport, useImportDialog } from './importDialogStore.ts';

/** Only who imports loads the code for it. */
const ImportDialog = lazyDialog(() => import('./ImportDialog.tsx'), 'Importing', closeImport);

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
