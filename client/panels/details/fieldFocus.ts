import { create } from 'zustand';

/** The field of the details panel that somebody is being led to. */
export const useWantedField = create<{ readonly field: string | null }>(() => ({ field: null }));

export const wantField = (field: string | null): void => useWantedField.setState({ field });
