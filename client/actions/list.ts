import { type Role, reaches } from '../../shared/protocol/roles.ts';
import { outlineActions } from '../outline/outlineActions.ts';
import { useViewChoice } from '../views/viewChoice.ts';
import type { Action, At } from './action.ts';
import { DIRECT_ACTIONS } from './directActions.ts';
import { laneActions } from './laneActions.ts';
import { mapActions } from './mapActions.ts';
import { sizeActions } from './sizeActions.ts';
import { structureActions } from './structureActions.ts';
import { viewActions } from './viewActions.ts';

/** Everything that can be done in the editor. The keyboard, the palette and the sheet of keys go through this list. */
export const ACTIONS: readonly Action[] = [
  ...DIRECT_ACTIONS.map((action): Action => (action.anywhere ? action : { ...action, view: 'map' })),
  ...structureActions,
  ...sizeActions,
  ...laneActions,
  ...outlineActions,
  ...mapActions,
  ...viewActions,
];

/** What somebody with this role may do at all. */
export const actionsFor = (role: Role | null): readonly Action[] => ACTIONS.filter(({ needs }) => reaches(role, needs));

/**
 * What can be done here and now, of what a list can offer. The outline does in its own way what it can do; elsewhere
 * what belongs to the map is offered too, and leads there.
 */
export const offered = (actions: readonly Action[], at: At): readonly Action[] =>
  actions.filter((action) => !action.keyOnly && canBeDone(action, at));

/** Whether an action has its place in the view that is shown, and can be done there now. */
export function canBeDone({ view: own, can }: Action, at: At): boolean {
  const inOutline = useViewChoice.getState().view === 'outline';
  return (own === undefined || (own === 'outline') === inOutline) && (can?.(at) ?? true);
}
