import { create } from 'zustand';

/** Whether the share dialog is open, whichever button, menu or key it was asked from. */
export const useShareDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openShare = (): void => useShareDialog.setState({ open: true });
export const closeShare = (): void => useShareDialog.setState({ open: false });
