import { create } from 'zustand';
import type { TouchpointId } from '../../shared/model/ids.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';

export type Tool = 'select' | 'touchpoint' | 'handoff' | 'emotion';
export type Panel = 'details' | 'gaps' | 'comments';

/** A text on the map that is being typed in. */
export interface Editing {
  readonly kind: ItemRef['kind'] | 'map';
  readonly id: string;
  readonly field: string;
  /** Just made by this typing: taken back when it ends without a word. */
  readonly fresh?: boolean;
  /** Typing began with a letter, so it goes on after the text instead of replacing it. */
  readonly append?: boolean;
}

/** How this tab looks at the map. What others should see of it goes into presence, never from here. */
export interface ViewState {
  readonly tool: Tool;
  readonly selected: readonly ItemRef[];
  /** Fingers have no Shift: while this is on, a tap adds what it meets to the selection or takes it out. */
  readonly several: boolean;
  /** Whether the last gesture on the map was a finger's. */
  readonly byFinger: boolean;
  readonly editing: Editing | null;
  /** The cell that the keyboard is in, or that was clicked last: where something new goes. */
  readonly cell: Place | null;
  /** The touchpoint a hand-off is being drawn from, as long as its other end is looked for. */
  readonly linkFrom: TouchpointId | null;
  /** Items that somebody points at in a list, shown on the canvas for as long as they do. */
  readonly highlighted: readonly ItemRef[];
  readonly panel: Panel | null;
  /** A wish to bring items into view; `at` tells two wishes for the same items apart. */
  readonly goTo: { readonly items: readonly ItemRef[]; readonly cell?: Place; readonly at: number } | null;
  setTool(tool: Tool): void;
  selectSeveral(several: boolean): void;
  touched(byFinger: boolean): void;
  select(items: readonly ItemRef[], mode?: 'only' | 'add' | 'toggle'): void;
  edit(editing: Editing | null): void;
  enterCell(cell: Place | null): void;
  startLink(from: TouchpointId | null): void;
  highlight(items: readonly ItemRef[]): void;
  showPanel(panel: Panel | null): void;
  /** Forgets what belonged to the map that was shown; how wide things are and which panel is open stays. */
  leave(): void;
  /** Brings items into view and selects them. */
  show(items: readonly ItemRef[]): void;
  /** Brings a cell into view and enters it. */
  showCell(cell: Place): void;
}

export const sameItem = (a: ItemRef, b: ItemRef): boolean => a.kind === b.kind && a.id === b.id;
const within = (items: readonly ItemRef[], item: ItemRef) => items.some((other) => sameItem(other, item));

export const useView = create<ViewState>((set) => ({
  tool: 'select',
  selected: [],
  several: false,
  byFinger: false,
  editing: null,
  cell: null,
  linkFrom: null,
  highlighted: [],
  panel: 'gaps',
  goTo: null,
  setTool: (tool) => set({ tool, linkFrom: null }),
  select: (items, mode = 'only') =>
    set(({ selected }) => {
      if (mode === 'only') return items.length > 0 ? { selected: items } : { selected: items, several: false };
      const kept = mode === 'toggle' ? selected.filter((item) => !within(items, item)) : selected;
      const next = [...kept, ...items.filter((item) => !within(selected, item))];
      // With the last one taken out, choosing several has come to its end.
      return next.length > 0 ? { selected: next } : { selected: next, several: false };
    }),
  selectSeveral: (several) => set({ several }),
  // A mouse has Shift for several, and nothing on the screen that would end the other way.
  touched: (byFinger) => set(byFinger ? { byFinger } : { byFinger, several: false }),
  edit: (editing) => set({ editing }),
  enterCell: (cell) => set({ cell }),
  startLink: (linkFrom) => set({ linkFrom, tool: 'handoff' }),
  highlight: (highlighted) => set({ highlighted }),
  showPanel: (panel) => set({ panel }),
  leave: () =>
    set({
      tool: 'select',
      selected: [],
      several: false,
      editing: null,
      cell: null,
      linkFrom: null,
      highlighted: [],
      goTo: null,
    }),
  show: (items) => set({ selected: items, goTo: { items, at: performance.now() } }),
  showCell: (cell) => set({ selected: [], several: false, cell, goTo: { items: [], cell, at: performance.now() } }),
}));
