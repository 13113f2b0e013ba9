import { Button } from '../../ui/Button.tsx';
import { openExport } from '../export/exportDialogStore.ts';

export const ExportButton = () => (
  <Button aria-haspopup="dialog" onClick={openExport}>
    Export
  </Button>
);
