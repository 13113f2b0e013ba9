import { create } from 'zustand';
import type { ItemRef } from '../../shared/model/records.ts';
import { rowKey } from './outlineRows.ts';

/** A title that is typed in. */
export interface Typing {
  readonly item: ItemRef;
  /** Just made by this typing: taken back when it ends without a word. */
  readonly fresh: boolean;
  /** The line to go back to when nothing came of it. */
  readonly from: string | null;
}

export type OutlineDialog = { readonly kind: 'move' | 'handoff'; readonly item: ItemRef };

/** How this tab looks at the outline. */
interface OutlineState {
  /** The line that Tab leads to. */
  readonly current: string | null;
  /** Whether the current line is to have the focus as soon as it is there. */
  readonly wanted: boolean;
  /** Whether the line that is gone to is selected besides those that are. */
  readonly extends: boolean;
  readonly typing: Typing | null;
  /** The line whose fields are open under it. */
  readonly fields: string | null;
  readonly dialog: OutlineDialog | null;
  /** Stages that were opened or closed by hand. */
  readonly stages: Readonly<Record<string, 'open' | 'closed'>>;
}

const NOTHING: OutlineState = {
  current: null,
  wanted: false,
  extends: false,
  typing: null,
  fields: null,
  dialog: null,
  stages: {},
};

export const useOutline = create<OutlineState>(() => NOTHING);

const set = useOutline.setState;

/** Forgets what belonged to the map that was shown. */
export const leaveOutline = (): void => set(NOTHING);

/** The focus goes to this line, now or when it appears. */
export const goToRow = (key: string | null, more = false): void =>
  set(key === null ? {} : { current: key, wanted: true, extends: more });

export const typeIn = (item: ItemRef, fresh: boolean, from: string | null): void =>
  set({ typing: { item, fresh, from }, current: rowKey(item), wanted: false });

export const openStage = (stage: string, state: 'open' | 'closed'): void =>
  set(({ stages }) => ({ stages: { ...stages, [stage]: state } }));

export const toggleFields = (key: string): void => set(({ fields }) => ({ fields: fields === key ? null : key }));

export const openDialog = (dialog: OutlineDialog | null): void => set({ dialog });

/** On a large map one begins with its stages; with more lines than this nobody reads on. */
const MANY = 200;

export function isStageClosed(stages: OutlineState['stages'], touchpoints: number, stage: string): boolean {
  return (stages[stage] ?? (touchpoints > MANY ? 'closed' : 'open')) === 'closed';
}

/** A dialog of the outline that closes leaves the focus where its line is. */
export const stayAtRow = (event: Event): void => event.preventDefault();
