import { create } from 'zustand';
import type { ItemRef } from '../../../shared/model/records.ts';

/** The field of the details panel that somebody is being led to: of what is selected, or of another item shown there. */
interface WantedField {
  readonly field: string | null;
  readonly of: ItemRef | null;
}

export const useWantedField = create<WantedField>(() => ({ field: null, of: null }));

export const wantField = (field: string | null, of: ItemRef | null = null): void =>
  useWantedField.setState({ field, of });
