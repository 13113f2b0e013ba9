import type { Action } from './action.ts';
import { addActions } from './addActions.ts';
import { clipboardActions } from './clipboardActions.ts';
import { editActions } from './editActions.ts';
import { lookActions } from './lookActions.ts';
import { moveActions } from './moveActions.ts';
import { otherActions } from './otherActions.ts';

/** What has a key of its own; it is here from the start, since keys work from the start. The rest is in `list.ts`. */
export const DIRECT_ACTIONS: readonly Action[] = [
  ...addActions,
  ...editActions,
  ...clipboardActions,
  ...moveActions,
  ...lookActions,
  ...otherActions,
];
