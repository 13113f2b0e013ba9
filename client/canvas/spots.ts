import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { LaneId, StepId } from '../../shared/model/ids.ts';
import type { Place } from '../../shared/model/records.ts';

/** A place on the canvas that the keyboard can be at. Its key is the `data-spot` of its element. */
export type Spot =
  | OneOf<'touchpoint' | 'note' | 'handoff' | 'stage' | 'step' | 'lane' | 'emotion'>
  | { readonly kind: 'cell'; readonly step: StepId; readonly lane: LaneId };

/** A union with one member a kind, so that asking for the kind tells the rest. */
type OneOf<Kind extends string> = Kind extends string ? { readonly kind: Kind; readonly id: string } : never;

export type Direction = 'up' | 'down' | 'left' | 'right';

export const spotKey = (spot: Spot): string =>
  spot.kind === 'cell' ? `cell/${spot.step}/${spot.lane}` : `${spot.kind}/${spot.id}`;

const KINDS = new Set(['touchpoint', 'note', 'handoff', 'stage', 'step', 'lane', 'emotion']);

/** Reads a `data-spot`; ids are letters, digits and a few signs without the slash. */
export function readSpot(key: string | undefined): Spot | null {
  const [kind = '', id = '', lane = ''] = key?.split('/') ?? [];
  // Written by spotKey alone, so the parts are what their places say.
  if (kind === 'cell') return { kind, step: id as StepId, lane: lane as LaneId };
  return KINDS.has(kind) ? ({ kind, id } as Spot) : null;
}

/** What stands in one cell, from the top: touchpoints, then notes. */
function spotsIn(layout: MapLayout, { step, lane }: Place): Spot[] {
  const inCell = (box: { step: string; lane: string }) => box.step === step && box.lane === lane;
  return [
    ...layout.cards.filter(inCell).map(({ id }): Spot => ({ kind: 'touchpoint', id })),
    ...layout.notes.filter(inCell).map(({ id }): Spot => ({ kind: 'note', id })),
  ];
}

/** The cell a spot is in; null for headers, curve points and hand-offs. */
export function cellOfSpot(layout: MapLayout, spot: Spot): Place | null {
  if (spot.kind === 'cell') return { step: spot.step, lane: spot.lane };
  const box = spot.kind === 'touchpoint' ? layout.cardById.get(spot.id) : layout.noteById.get(spot.id);
  return box ? { step: box.step, lane: box.lane } : null;
}

/** Where an arrow key leads; null where the map ends. */
export function nextSpot(layout: MapLayout, spot: Spot, direction: Direction): Spot | null {
  switch (spot.kind) {
    case 'stage':
      return nextOfStage(layout, spot.id, direction);
    case 'step':
      return nextOfStep(layout, spot.id, direction);
    case 'emotion':
      return nextOfEmotion(layout, spot.id, direction);
    case 'lane':
      return nextOfLane(layout, spot.id, direction);
    case 'handoff':
      return nextOfHandoff(layout, spot.id, direction);
    case 'touchpoint':
    case 'note':
    case 'cell':
      return nextOfCell(layout, spot, direction);
    default:
      return spot satisfies never;
  }
}

/** Where Home or End leads: to the name of the lane or to its last step; along headers to the first or the last. */
export function edgeSpot(layout: MapLayout, spot: Spot, which: 'first' | 'last'): Spot | null {
  const end = <T>(list: readonly T[]): T | undefined => (which === 'first' ? list[0] : list.at(-1));
  const layers: Readonly<Record<'stage' | 'lane', readonly { readonly id: string }[]>> = {
    stage: layout.stages,
    lane: layout.lanes,
  };
  switch (spot.kind) {
    case 'stage':
    case 'lane': {
      const next = end(layers[spot.kind]);
      return next ? { kind: spot.kind, id: next.id } : null;
    }
    case 'step':
    case 'emotion': {
      const step = end(layout.columns.flatMap((column) => (column.step ? [column.step] : [])));
      return step ? { kind: spot.kind, id: step } : null;
    }
    default: {
      const cell = cellOfSpot(layout, spot);
      if (!cell) return null;
      if (which === 'first') return { kind: 'lane', id: cell.lane };
      const step = layout.columns.findLast((column) => column.step)?.step;
      return step ? nearestIn(layout, { step, lane: cell.lane }, spot) : null;
    }
  }
}

const shift = (direction: Direction) => (direction === 'left' || direction === 'up' ? -1 : 1);

function nextOfStage(layout: MapLayout, id: string, direction: Direction): Spot | null {
  const index = layout.stages.findIndex((stage) => stage.id === id);
  if (direction === 'left' || direction === 'right') {
    const next = layout.stages[index + shift(direction)];
    return next ? { kind: 'stage', id: next.id } : null;
  }
  const step = direction === 'down' && layout.columns.find((column) => column.stage === id)?.step;
  return step ? { kind: 'step', id: step } : null;
}

function nextOfStep(layout: MapLayout, id: string, direction: Direction): Spot | null {
  const steps = layout.columns.filter((column) => column.step !== null);
  const index = steps.findIndex((column) => column.step === id);
  const column = steps[index];
  if (!column) return null;
  switch (direction) {
    case 'up':
      return { kind: 'stage', id: column.stage };
    case 'down':
      return cellSpot(layout, column.step, layout.lanes[0]?.id, 'first');
    default: {
      const next = steps[index + shift(direction)]?.step;
      return next ? { kind: 'step', id: next } : direction === 'left' ? firstLane(layout) : null;
    }
  }
}

/** Up and down rate the emotion, so they lead nowhere. */
function nextOfEmotion(layout: MapLayout, id: string, direction: Direction): Spot | null {
  const steps = layout.columns.flatMap(({ step }) => (step ? [step] : []));
  const next = steps[steps.indexOf(id as StepId) + shift(direction)];
  return next && (direction === 'left' || direction === 'right') ? { kind: 'emotion', id: next } : null;
}

function nextOfLane(layout: MapLayout, id: string, direction: Direction): Spot | null {
  const index = layout.lanes.findIndex((lane) => lane.id === id);
  if (direction === 'right') {
    return cellSpot(
      layout,
      layout.columns.find((column) => column.step)?.step ?? null,
      layout.lanes[index]?.id,
      'first',
    );
  }
  if (direction === 'left') return null;
  const next = layout.lanes[index + shift(direction)];
  if (next) return { kind: 'lane', id: next.id };
  const step = layout.columns.find((column) => column.step)?.step;
  return direction === 'up' && step ? { kind: 'step', id: step } : null;
}

function nextOfHandoff(layout: MapLayout, id: string, direction: Direction): Spot | null {
  const path = layout.handoffById.get(id);
  if (!path) return null;
  return { kind: 'touchpoint', id: direction === 'left' || direction === 'up' ? path.from : path.to };
}

function nextOfCell(layout: MapLayout, spot: Spot, direction: Direction): Spot | null {
  const cell = cellOfSpot(layout, spot);
  if (!cell) return null;
  const row = layout.lanes.findIndex((lane) => lane.id === cell.lane);
  if (direction === 'up' || direction === 'down') {
    const spots = spotsIn(layout, cell);
    const index = spots.findIndex((other) => spotKey(other) === spotKey(spot));
    // The "+" of a cell stands under what is in it.
    const at = spot.kind === 'cell' ? spots.length : index;
    const within = at >= 0 ? spots[at + shift(direction)] : undefined;
    if (within) return within;
    const lane = layout.lanes[row + shift(direction)];
    if (lane) return cellSpot(layout, cell.step, lane.id, direction === 'down' ? 'first' : 'last');
    return direction === 'up' ? { kind: 'step', id: cell.step } : null;
  }
  const columns = layout.columns.filter((column) => column.step !== null);
  const index = columns.findIndex((column) => column.step === cell.step);
  const next = columns[index + shift(direction)]?.step;
  if (next) return nearestIn(layout, { step: next, lane: cell.lane }, spot);
  return direction === 'left' ? { kind: 'lane', id: cell.lane } : null;
}

function firstLane(layout: MapLayout): Spot | null {
  const [lane] = layout.lanes;
  return lane ? { kind: 'lane', id: lane.id } : null;
}

function cellSpot(
  layout: MapLayout,
  step: StepId | null | undefined,
  lane: LaneId | undefined,
  which: 'first' | 'last',
): Spot | null {
  if (!step || !lane) return null;
  const spots = spotsIn(layout, { step, lane });
  return (which === 'first' ? spots[0] : spots.at(-1)) ?? { kind: 'cell', step, lane };
}

/** Going sideways along a lane one stays at the same height where a cell holds several. */
function nearestIn(layout: MapLayout, cell: Place, from: Spot): Spot {
  const y = boxOf(layout, from)?.y ?? 0;
  const away = (spot: Spot) => Math.abs((boxOf(layout, spot)?.y ?? 0) - y);
  const [nearest] = spotsIn(layout, cell).sort((a, b) => away(a) - away(b));
  return nearest ?? { kind: 'cell', ...cell };
}

function boxOf(layout: MapLayout, spot: Spot) {
  if (spot.kind === 'touchpoint') return layout.cardById.get(spot.id);
  if (spot.kind === 'note') return layout.noteById.get(spot.id);
  return undefined;
}
