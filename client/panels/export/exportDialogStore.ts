import { create } from 'zustand';

/** Whether the export dialog is open, whichever menu it was asked from. */
export const useExportDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openExport = (): void => useExportDialog.setState({ open: true });
export const closeExport = (): void => useExportDialog.setState({ open: false });
