import { FileText } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useExport } from './useExport.ts';

export function ExportButton() {
  const { progress, exportPdf } = useExport();
  const busy = progress !== null;
  return (
    <Menu
      trigger={
        <Button aria-busy={busy}>
          {busy && <Spinner />}
          {busy ? `Exporting ${Math.round(progress * 100)}%` : 'Export'}
        </Button>
      }
    >
      <MenuItem
        icon={<FileText size={16} aria-hidden />}
        hint="A3, for print"
        disabled={busy}
        onSelect={() => void exportPdf()}
      >
        PDF
      </MenuItem>
    </Menu>
  );
}
