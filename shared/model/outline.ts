import type { Lane, Note, Place, Stage, Step, Touchpoint } from './records.ts';
import type { MapSnapshot } from './snapshot.ts';

/** The map as people read it: stage by stage, step by step, lane by lane. */
export interface Outline {
  readonly stages: readonly StageOutline[];
  /** All steps on the map in the order of the journey. */
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
  readonly departments: readonly Lane[];
  /** The touchpoints of one cell, in order. */
  touchpointsIn(step: string, lane: string): readonly Touchpoint[];
  notesIn(step: string, lane: string): readonly Note[];
  /** All touchpoints of a step, lane by lane. */
  touchpointsAt(step: string): readonly Touchpoint[];
  /** Position of a step in the journey, or -1 when it is not on the map. */
  stepIndex(step: string): number;
  stageOf(step: string): Stage | undefined;
  /** Whether an item with this place is on the map. */
  isPlaced(place: Place | null): place is Place;
  readonly unplaced: Unplaced;
}

export interface StageOutline {
  readonly stage: Stage;
  readonly steps: readonly Step[];
}

/** The tray: items whose stage, step or lane is gone. They are kept until somebody puts them back or deletes them. */
export interface Unplaced {
  readonly steps: readonly Step[];
  readonly touchpoints: readonly Touchpoint[];
  readonly notes: readonly Note[];
}

const outlines = new WeakMap<MapSnapshot, Outline>();

/** The outline of a snapshot; computed once for each. */
export function outlineOf(map: MapSnapshot): Outline {
  let outline = outlines.get(map);
  if (!outline) {
    outline = buildOutline(map);
    outlines.set(map, outline);
  }
  return outline;
}

const cellKey = (step: string, lane: string) => `${step} ${lane}`;

function buildOutline(map: MapSnapshot): Outline {
  const byStage = new Map<string, Step[]>(map.stages.list.map((stage) => [stage.id, []]));
  const homeless: Step[] = [];
  for (const step of map.steps.list) ((step.stage && byStage.get(step.stage)) || homeless).push(step);
  const stages = map.stages.list.map((stage) => ({
    stage,
    steps: byStage.get(stage.id) ?? [],
  }));
  const steps = stages.flatMap((stage) => stage.steps);
  const indexes = new Map<string, number>(steps.map((step, index) => [step.id, index]));
  const isPlaced = (place: Place | null): place is Place =>
    place !== null && indexes.has(place.step) && map.lanes.has(place.lane);
  const touchpoints = groupByCell(map.touchpoints.list, isPlaced);
  const notes = groupByCell(map.notes.list, isPlaced);

  return {
    stages,
    steps,
    lanes: map.lanes.list,
    departments: map.lanes.list.filter((lane) => lane.kind === 'department'),
    touchpointsIn: (step, lane) => touchpoints.cells.get(cellKey(step, lane)) ?? [],
    notesIn: (step, lane) => notes.cells.get(cellKey(step, lane)) ?? [],
    touchpointsAt: (step) => map.lanes.list.flatMap((lane) => touchpoints.cells.get(cellKey(step, lane.id)) ?? []),
    stepIndex: (step) => indexes.get(step) ?? -1,
    stageOf: (step) => {
      const stage = indexes.has(step) ? map.steps.get(step)?.stage : null;
      return stage ? map.stages.get(stage) : undefined;
    },
    isPlaced,
    unplaced: {
      steps: homeless,
      touchpoints: touchpoints.rest,
      notes: notes.rest,
    },
  };
}

/** Tables are in order already, so every cell is, too. */
function groupByCell<T extends { readonly place: Place | null }>(
  items: readonly T[],
  isPlaced: (place: Place | null) => place is Place,
): { cells: ReadonlyMap<string, readonly T[]>; rest: readonly T[] } {
  const cells = new Map<string, T[]>();
  const rest: T[] = [];
  for (const item of items) {
    if (!isPlaced(item.place)) {
      rest.push(item);
      continue;
    }
    const key = cellKey(item.place.step, item.place.lane);
    const cell = cells.get(key);
    if (cell) cell.push(item);
    else cells.set(key, [item]);
  }
  return { cells, rest };
}

/** Touchpoints in reading order: along the journey, then lane by lane, then down the cell; the unplaced last. */
export function touchpointsInOrder(map: MapSnapshot): readonly Touchpoint[] {
  const outline = outlineOf(map);
  return [...outline.steps.flatMap((step) => outline.touchpointsAt(step.id)), ...outline.unplaced.touchpoints];
}

/** Notes in the same order. */
export function notesInOrder(map: MapSnapshot): readonly Note[] {
  const { steps, lanes, notesIn, unplaced } = outlineOf(map);
  return [...steps.flatMap((step) => lanes.flatMap((lane) => notesIn(step.id, lane.id))), ...unplaced.notes];
}

/** Steps along the journey, the unplaced last. */
export const stepsInOrder = (map: MapSnapshot): readonly Step[] => {
  const { steps, unplaced } = outlineOf(map);
  return [...steps, ...unplaced.steps];
};

/** The department a touchpoint belongs to, when its lane is still there and is a department. */
export function departmentOf(map: MapSnapshot, touchpoint: Touchpoint): Lane | undefined {
  const lane = touchpoint.place && map.lanes.get(touchpoint.place.lane);
  return lane?.kind === 'department' ? lane : undefined;
}
