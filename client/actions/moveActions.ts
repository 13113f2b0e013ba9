import { cycleHandoffs, go, goToEdge, moveSelection, selectAll } from '../canvas/keyMoves.ts';
import { resizeBy } from '../canvas/resizeHeader.ts';
import type { Direction } from '../canvas/spots.ts';
import { useView } from '../canvas/viewStore.ts';
import { type Action, type At, done } from './action.ts';
import { placeOf } from './placeOf.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const directionOf = (event: KeyboardEvent | null): Direction | undefined => DIRECTIONS[event?.key ?? ''];

/** Sideways it is the step's width, up and down the lane's height: of a card or cell those it stands in. */
function resizeAt(at: At, direction: Direction): boolean {
  const { step, lane } = placeOf(at);
  const by = direction === 'right' || direction === 'down' ? 1 : -1;
  const sideways = direction === 'left' || direction === 'right';
  const item = sideways
    ? step && { kind: 'step' as const, id: step.id }
    : lane && { kind: 'lane' as const, id: lane.id };
  if (item) resizeBy(at.canvas, item, by);
  return item !== undefined;
}

const group = 'Move and select';

export const moveActions: readonly Action[] = [
  {
    id: 'go',
    label: 'Go to the next card, header or cell',
    group,
    keys: ['Arrows'],
    needs: 'viewer',
    keyOnly: true,
    run({ canvas, spot, event }) {
      const direction = directionOf(event);
      return direction !== undefined && go(canvas, spot, direction, false);
    },
  },
  {
    id: 'edge',
    label: 'Go to the name of the lane, or to its last step',
    group,
    keys: ['Home', 'End'],
    needs: 'viewer',
    keyOnly: true,
    run: ({ canvas, spot, event }) => goToEdge(canvas, spot, event?.key === 'Home' ? 'first' : 'last'),
  },
  {
    id: 'extend',
    label: 'Select the next one, too',
    group,
    keys: ['Shift+Arrows'],
    needs: 'viewer',
    keyOnly: true,
    run({ canvas, spot, event }) {
      const direction = directionOf(event);
      return direction !== undefined && go(canvas, spot, direction, true);
    },
  },
  {
    id: 'move',
    label: 'Move what is selected',
    group,
    keys: ['Alt+Arrows', 'Mod+Arrows'],
    needs: 'editor',
    keyOnly: true,
    run({ canvas, spot, event }) {
      const direction = directionOf(event);
      return direction !== undefined && moveSelection(canvas, spot, direction);
    },
  },
  {
    id: 'resize',
    label: 'Make the step wider or narrower, the lane higher or lower',
    group,
    keys: ['Alt+Shift+Arrows'],
    needs: 'editor',
    keyOnly: true,
    also: 'size',
    run(at) {
      const direction = directionOf(at.event);
      return direction !== undefined && resizeAt(at, direction);
    },
  },
  {
    id: 'select.all',
    label: 'Select everything',
    group,
    keys: ['Mod+A'],
    needs: 'viewer',
    run: ({ canvas }) => done(() => selectAll(canvas)),
  },
  {
    id: 'handoff.next',
    label: 'Next hand-off of this touchpoint',
    group,
    keys: [']'],
    needs: 'viewer',
    can: ({ spot }) => spot?.kind === 'touchpoint' || spot?.kind === 'handoff',
    run: ({ canvas, spot }) => spot !== null && cycleHandoffs(canvas, spot, 1),
  },
  {
    id: 'handoff.previous',
    label: 'Hand-off before',
    group,
    keys: ['['],
    needs: 'viewer',
    can: ({ spot }) => spot?.kind === 'touchpoint' || spot?.kind === 'handoff',
    run: ({ canvas, spot }) => spot !== null && cycleHandoffs(canvas, spot, -1),
  },
  {
    id: 'tool.select',
    label: 'Select with the pointer',
    group,
    keys: ['V'],
    needs: 'editor',
    also: 'tool',
    run: () => done(() => useView.getState().setTool('select')),
  },
];
