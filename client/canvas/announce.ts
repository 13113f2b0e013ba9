import { create } from 'zustand';

/** What a screen reader is told because nothing else on the page would: that a card moved while the focus stayed on it. */
export const useAnnounced = create<{ readonly text: string }>(() => ({ text: '' }));

export const announce = (text: string): void => useAnnounced.setState({ text });
