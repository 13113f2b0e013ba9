import { type Outline, outlineOf, type StageOutline } from '../model/outline.ts';
import type { Handoff, Lane, Metric, Person, Stage, Step, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { isOutside } from './outside.ts';

/** A touchpoint that stands on the map, with where it stands. What waits in the tray is judged by no rule. */
export interface Placed {
  readonly touchpoint: Touchpoint;
  readonly step: Step;
  readonly stepIndex: number;
  readonly stage: Stage;
  readonly department: Lane;
  /** Null also when the owner was deleted. */
  readonly owner: Person | null;
}

/** A hand-off between two touchpoints that stand on the map. */
export interface Link {
  readonly handoff: Handoff;
  readonly from: Placed;
  readonly to: Placed;
  readonly owner: Person | null;
}

/** What rules ask a map, worked out once for a snapshot so that no rule has to search. */
export interface MapView {
  readonly map: MapSnapshot;
  readonly outline: Outline;
  /** Today, `2026-11-14`: for what grows stale. */
  readonly today: string;
  readonly stages: readonly StageOutline[];
  readonly steps: readonly Step[];
  /** Steps the customer lives through: without those that only show what the company does behind the scenes. */
  readonly customerSteps: readonly Step[];
  /** Departments of the company: without lanes of third parties and of the customers themselves. */
  readonly departments: readonly Lane[];
  /** In reading order, those of outsiders included. */
  readonly touchpoints: readonly Placed[];
  /** In the reading order of where they start. */
  readonly links: readonly Link[];
  isOutside(lane: Lane): boolean;
  placed(touchpoint: string | null): Placed | undefined;
  touchpointsAt(step: string): readonly Placed[];
  /** Departments at work at a step, outsiders included, from top to bottom. */
  lanesAt(step: string): readonly Lane[];
  touchpointsIn(lane: string): readonly Placed[];
  linksFrom(touchpoint: string): readonly Link[];
  linksTo(touchpoint: string): readonly Link[];
  metricsOn(item: string): readonly Metric[];
  /** All metrics of a stage: its own, those of its steps and those of what is done there. */
  metricsIn(stage: StageOutline): readonly Metric[];
}

/** Looks at a snapshot the way rules do. */
export function viewOf(map: MapSnapshot, today: string): MapView {
  const outline = outlineOf(map);
  const touchpoints = placedOn(map, outline);
  const byId = new Map<string, Placed>(touchpoints.map((placed) => [placed.touchpoint.id, placed]));
  const byStep = groupBy<Placed, string>(touchpoints, ({ step }) => step.id);
  const byLane = groupBy<Placed, string>(touchpoints, ({ department }) => department.id);
  const links = linksOf(map, byId);
  const outside = new Set(
    outline.departments.filter((lane) =>
      isOutside(
        lane,
        (byLane.get(lane.id) ?? []).map(({ owner }) => owner),
      ),
    ),
  );
  const bySource = groupBy<Link, string>(links, ({ from }) => from.touchpoint.id);
  const byTarget = groupBy<Link, string>(links, ({ to }) => to.touchpoint.id);
  const byMeasured = groupBy<Metric, string>(map.metrics.list, ({ on }) => on?.id ?? '');
  const touchpointsAt = (step: string) => byStep.get(step) ?? [];
  const metricsOn = (item: string) => byMeasured.get(item) ?? [];
  return {
    map,
    outline,
    today,
    stages: outline.stages,
    steps: outline.steps,
    customerSteps: customerStepsOf(outline.steps, touchpointsAt),
    departments: outline.departments.filter((lane) => !outside.has(lane)),
    touchpoints,
    links: touchpoints.flatMap(({ touchpoint }) => bySource.get(touchpoint.id) ?? []),
    isOutside: (lane) => outside.has(lane),
    placed: (touchpoint) => (touchpoint === null ? undefined : byId.get(touchpoint)),
    touchpointsAt,
    lanesAt: (step) => [...new Set(touchpointsAt(step).map(({ department }) => department))],
    touchpointsIn: (lane) => byLane.get(lane) ?? [],
    linksFrom: (touchpoint) => bySource.get(touchpoint) ?? [],
    linksTo: (touchpoint) => byTarget.get(touchpoint) ?? [],
    metricsOn,
    metricsIn: ({ stage, steps }) => [
      ...metricsOn(stage.id),
      ...steps.flatMap((step) => [
        ...metricsOn(step.id),
        ...touchpointsAt(step.id).flatMap(({ touchpoint }) => metricsOn(touchpoint.id)),
      ]),
    ],
  };
}

/** In reading order: along the journey, then lane by lane, then down the cell. */
function placedOn(map: MapSnapshot, outline: Outline): Placed[] {
  const laneIndex = new Map<string, number>(outline.lanes.map(({ id }, index) => [id, index]));
  const placed = map.touchpoints.list.flatMap((touchpoint): Placed[] => {
    const { place } = touchpoint;
    const step = map.steps.get(place?.step ?? '');
    const department = map.lanes.get(place?.lane ?? '');
    const stage = outline.stageOf(step?.id ?? '');
    if (!step || !stage || department?.kind !== 'department') return [];
    const owner = map.people.get(touchpoint.owner ?? '') ?? null;
    return [{ touchpoint, step, stepIndex: outline.stepIndex(step.id), stage, department, owner }];
  });
  const laneOf = ({ department }: Placed) => laneIndex.get(department.id) ?? 0;
  // The table is in order and sorting is stable, so a cell keeps its order.
  return placed.sort((a, b) => a.stepIndex - b.stepIndex || laneOf(a) - laneOf(b));
}

/** Along the journey, not by id: a rule that tells the first of several ways tells the same one whatever their ids are. */
function linksOf(map: MapSnapshot, byId: ReadonlyMap<string, Placed>): Link[] {
  const positions = new Map([...byId.values()].map((placed, index) => [placed, index]));
  const positionOf = (placed: Placed) => positions.get(placed) ?? 0;
  const links = map.handoffs.list.flatMap((handoff) => {
    const [from, to] = [byId.get(handoff.from ?? ''), byId.get(handoff.to ?? '')];
    // Raw editors can link a touchpoint to itself; that is no hand-off.
    if (!from || !to || from === to) return [];
    return [{ handoff, from, to, owner: map.people.get(handoff.owner ?? '') ?? null }];
  });
  return links.sort((a, b) => positionOf(a.from) - positionOf(b.from) || positionOf(a.to) - positionOf(b.to));
}

/**
 * A step that nobody rated and at which all work is done through an internal channel is a note about the company and
 * no part of the customer's way: "price database is kept up to date".
 */
const customerStepsOf = (steps: readonly Step[], touchpointsAt: (step: string) => readonly Placed[]): readonly Step[] =>
  steps.filter(({ id, emotions }) => {
    const work = touchpointsAt(id);
    const isInternal =
      work.length > 0 && work.every(({ touchpoint }) => /^internal\b/i.test(touchpoint.channel.trim()));
    return emotions.length > 0 || !isInternal;
  });

/** `Map.groupBy`, which Node 20 does not have. */
export function groupBy<T, Key>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
