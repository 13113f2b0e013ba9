import { create } from 'zustand';
import type { Format } from '../../../shared/export/formats.ts';

interface ExportDialogState {
  /** Whether the export dialog is open, whichever menu it was asked from. */
  readonly open: boolean;
  /** The kind of file that was asked for with it; null where it is chosen in the dialog. */
  readonly format: Format | null;
}

export const useExportDialog = create<ExportDialogState>(() => ({ open: false, format: null }));

export const openExport = (): void => useExportDialog.setState({ open: true, format: null });
export const openExportAs = (format: Format): void => useExportDialog.setState({ open: true, format });
export const closeExport = (): void => useExportDialog.setState({ open: false });
