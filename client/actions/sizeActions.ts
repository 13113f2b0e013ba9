import { isDrawn, resetSize, resizeBy, type Sized } from '../canvas/resizeHeader.ts';
import type { Action, At } from './action.ts';
import { placeOf } from './placeOf.ts';

const itemAt = (at: At, kind: Sized['kind']): Sized | null => {
  const id = placeOf(at)[kind]?.id;
  return id ? { kind, id } : null;
};

interface Options {
  readonly fits?: (canvas: At['canvas'], item: Sized) => boolean;
  readonly keys?: readonly string[];
}

const action = (
  kind: Sized['kind'],
  what: string,
  label: string,
  does: (canvas: At['canvas'], item: Sized) => unknown,
  { fits = () => true, keys = [] }: Options = {},
): Action => ({
  id: `resize.${kind}-${what}`,
  label,
  group: 'Edit',
  keys,
  needs: 'editor',
  anywhere: true,
  view: 'map',
  also: 'resize size width height column row',
  can(at) {
    const item = itemAt(at, kind);
    return item !== null && fits(at.canvas, item);
  },
  run(at) {
    const item = itemAt(at, kind);
    if (item) does(at.canvas, item);
    return item !== null;
  },
});

/** How wide a step and how high a lane is drawn, for everybody. */
export const sizeActions: readonly Action[] = [
  action('step', 'wider', 'Make the step wider', (canvas, item) => resizeBy(canvas, item, 1)),
  action('step', 'narrower', 'Make the step narrower', (canvas, item) => resizeBy(canvas, item, -1), { fits: isDrawn }),
  action('step', 'usual', 'Make the step as wide as usual', resetSize, { fits: isDrawn, keys: [', 8'] }),
  action('lane', 'higher', 'Make the lane higher', (canvas, item) => resizeBy(canvas, item, 1)),
  action('lane', 'lower', 'Make the lane lower', (canvas, item) => resizeBy(canvas, item, -1), { fits: isDrawn }),
  action('lane', 'usual', 'Make the lane as high as it needs', resetSize, { fits: isDrawn, keys: [', 9'] }),
];
