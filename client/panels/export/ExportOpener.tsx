import { Suspense, useEffect } from 'react';
import { lazyDialog } from '../../ui/lazyPart.ts';
import { closeExport, useExportDialog } from './exportDialogStore.ts';

/** Painters and their choices are large; only who exports loads them. */
const ExportDialog = lazyDialog(() => import('./ExportDialog.tsx'), 'Exporting', closeExport);

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
