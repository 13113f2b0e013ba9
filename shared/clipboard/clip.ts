import { outlineOf } from '../model/outline.ts';
import type { Handoff, ItemRef, Lane, Metric, Note, Person, Place, Stage, Step, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** What was copied: a piece of a map, with the hand-offs within it and the people it names. All in reading order. */
export interface Clip {
  /** What was taken: cards alone, or whole steps or stages with all that is in them. */
  readonly unit: 'cards' | 'steps' | 'stages';
  readonly stages: readonly Stage[];
  /** For cards: the steps they are in and those between, so that they keep their distances. */
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
  readonly touchpoints: readonly Touchpoint[];
  readonly notes: readonly Note[];
  readonly handoffs: readonly Handoff[];
  readonly metrics: readonly Metric[];
  readonly people: readonly Person[];
}

/**
 * A copy of what is selected. Where stages are selected they are copied with their steps, else steps with what is in
 * them, else touchpoints and notes. Null when nothing of that is selected.
 */
export function clipOf(map: MapSnapshot, items: readonly ItemRef[]): Clip | null {
  const outline = outlineOf(map);
  const picked = new Set(items.map(({ kind, id }) => `${kind}/${id}`));
  const stages = outline.stages.filter(({ stage }) => picked.has(`stage/${stage.id}`));
  const whole =
    stages.length > 0
      ? stages.flatMap(({ steps }) => steps)
      : outline.steps.filter(({ id }) => picked.has(`step/${id}`));
  const unit = stages.length > 0 ? 'stages' : whole.length > 0 ? 'steps' : 'cards';
  const inWhole = new Set<string>(whole.map(({ id }) => id));
  const isTaken = (kind: 'touchpoint' | 'note', { id, place }: { readonly id: string; readonly place: Place | null }) =>
    outline.isPlaced(place) && (unit === 'cards' ? picked.has(`${kind}/${id}`) : inWhole.has(place.step));
  const touchpoints = map.touchpoints.list.filter((touchpoint) => isTaken('touchpoint', touchpoint));
  const notes = map.notes.list.filter((note) => isTaken('note', note));
  if (unit === 'cards' && touchpoints.length + notes.length === 0) return null;

  const places = [...touchpoints, ...notes].flatMap(({ place }) => (place ? [place] : []));
  const lanesUsed = new Set<string>(places.map(({ lane }) => lane));
  const stepsUsed = new Set<string>(places.map(({ step }) => step));
  const steps = unit === 'cards' ? span(outline.steps, stepsUsed) : whole;
  const taken = new Set<string>([...touchpoints, ...steps, ...stages.map(({ stage }) => stage)].map(({ id }) => id));
  const cards = new Set<string>(touchpoints.map(({ id }) => id));
  const handoffs = map.handoffs.list.filter(({ from, to }) => from && to && cards.has(from) && cards.has(to));
  const owners = new Set([...touchpoints, ...handoffs].map(({ owner }) => owner));
  return {
    unit,
    stages: stages.map(({ stage }) => stage),
    steps,
    lanes: unit === 'cards' ? span(outline.lanes, lanesUsed) : outline.lanes.filter(({ id }) => lanesUsed.has(id)),
    touchpoints,
    notes,
    handoffs,
    // What is measured at the steps of single cards is no part of the cards.
    metrics: map.metrics.list.filter(({ on }) => on && (unit === 'cards' ? cards : taken).has(on.id)),
    people: map.people.list.filter(({ id }) => owners.has(id)),
  };
}

/** From the first that is used to the last. */
function span<T extends { readonly id: string }>(list: readonly T[], used: ReadonlySet<string>): readonly T[] {
  const indexes = list.flatMap(({ id }, index) => (used.has(id) ? [index] : []));
  return list.slice(indexes[0] ?? 0, (indexes.at(-1) ?? -1) + 1);
}
