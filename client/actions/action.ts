import type { Role } from '../../shared/protocol/roles.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import type { Spot } from '../canvas/spots.ts';

/** Where somebody is when they ask for an action. */
export interface At {
  readonly canvas: Canvas;
  readonly spot: Spot | null;
  /** The key that asks for it; null where it was chosen from a list. */
  readonly event: KeyboardEvent | null;
}

export const GROUPS = [
  'Add',
  'Edit',
  'Move and select',
  'In the outline',
  'Look',
  'Views',
  'The map',
  'Together',
  'Help',
] as const;

/** One thing that can be done in the editor. Keys, the palette and the sheet of keys all come from the list of these. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: (typeof GROUPS)[number];
  /** The keys that do it, the first of them the one to learn; see `isChord`. */
  readonly keys: readonly string[];
  /** The least role that may do it; whoever has less does not see it. */
  readonly needs: Role;
  /** Works wherever the focus is, except in a text; otherwise only on the canvas. */
  readonly anywhere?: true;
  /** Where it can be done: `map` means on the canvas alone, `outline` in the outline alone. Everywhere when left out. */
  readonly view?: 'map' | 'outline';
  /** Its key reaches us as an event of the browser's own, such as a paste. */
  readonly byBrowser?: true;
  /** Means nothing without its key: in the sheet, not in the palette. */
  readonly keyOnly?: true;
  /** Other words people look for it by. */
  readonly also?: string;
  /** Whether there is anything to do it with now. */
  can?(at: At): boolean;
  /** True when it was done, so that the key is spent. */
  run(at: At): boolean;
}

/** For what is done whenever it is asked for. */
export const done = (act: () => void): true => {
  act();
  return true;
};
