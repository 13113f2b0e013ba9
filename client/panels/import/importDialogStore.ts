import { create } from 'zustand';

/** Whether the import dialog of the editor is open. */
export const useImportDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openImport = (): void => useImportDialog.setState({ open: true });
export const closeImport = (): void => useImportDialog.setState({ open: false });
