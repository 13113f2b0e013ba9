import { reaches } from '../../shared/protocol/roles.ts';
import type { Action, At } from './action.ts';
import { addActions } from './addActions.ts';
import { clipboardActions } from './clipboardActions.ts';
import { editActions } from './editActions.ts';
import { lookActions } from './lookActions.ts';
import { moveActions } from './moveActions.ts';
import { otherActions } from './otherActions.ts';

/** Everything that can be done in the editor. The keyboard, the palette and the sheet of keys go through this list. */
export const ACTIONS: readonly Action[] = [
  ...addActions,
  ...editActions,
  ...clipboardActions,
  ...moveActions,
  ...lookActions,
  ...otherActions,
];

/** What somebody with this role may do at all. */
export const actionsFor = (role: Parameters<typeof reaches>[0]): readonly Action[] =>
  ACTIONS.filter(({ needs }) => reaches(role, needs));

/** What can be done here and now, of what a list can offer. */
export const offered = (actions: readonly Action[], at: At): readonly Action[] =>
  actions.filter((action) => !action.keyOnly && (action.can?.(at) ?? true));
