import { placeBefore } from '../commands/order.ts';
import { EVERYONE } from '../model/emotion.ts';
import { idOf, type LaneId, type PersonId, type StageId, type StepId } from '../model/ids.ts';
import { outlineOf } from '../model/outline.ts';
import type { ItemRef, Lane, Place } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Clip } from './clip.ts';
import { PasteDraft, type PastePlan } from './pasteDraft.ts';

/** Where something is pasted: cards into a cell, steps behind a step, stages behind a stage. */
export interface PasteTarget {
  /** The cell of the first card; null: where they were copied, or the first cell. */
  readonly place: Place | null;
  /** null: behind the last. */
  readonly step: StepId | null;
  readonly stage: StageId | null;
}

const refused = (reason: string): PastePlan => ({ status: 'refused', reason });

/**
 * What pasting a copied piece adds to this map, which may be another than it was copied from: people are found by
 * their names or made, and so are the lanes of whole steps; personas that are not here have no feelings here.
 */
export function planClip(map: MapSnapshot, clip: Clip, target: PasteTarget, newId: () => string): PastePlan {
  const draft = new PasteDraft(map, newId);
  const orders: (ItemRef & { order: string })[] = [];
  /** The new id of everything that was copied. */
  const ids = new Map<string, string>();
  const select: ItemRef[] = [];
  const person = (id: string | null): PersonId | null => {
    const known = clip.people.find((one) => one.id === id);
    return known?.name ? draft.person(known.name, { role: known.role }) : null;
  };

  let placeOf: (place: Place, kind: Lane['kind']) => Place | null;
  if (clip.unit === 'cards') {
    const grid = gridPlaces(map, clip, target.place);
    if (typeof grid === 'string') return refused(grid);
    placeOf = grid;
  } else {
    const lanes = new Map<string, LaneId>(
      clip.lanes.map(({ id, order: _order, ...lane }) => [id, laneHere(draft, id, lane)]),
    );
    addColumns();
    placeOf = ({ step, lane }, kind) => {
      const [here, at] = [ids.get(step), lanes.get(lane)];
      // Only two edits at once can leave a touchpoint in a lane for notes.
      const fits = at && (kind === 'notes' || draft.laneKind(at) === kind);
      return here && at && fits ? { step: idOf(here), lane: at } : null;
    };
    if (ids.size === 0) return refused('Add a stage first, then paste steps into it.');
  }

  for (const { id, order: _order, place, owner, ...fields } of clip.touchpoints) {
    const here = place && placeOf(place, 'department');
    if (!here) continue;
    ids.set(id, draft.touchpoint(here, { ...fields, owner: person(owner) }));
    if (clip.unit === 'cards') select.push({ kind: 'touchpoint', id: ids.get(id) ?? '' });
  }
  for (const { id, order: _order, place, ...fields } of clip.notes) {
    const here = place && placeOf(place, 'notes');
    if (!here) continue;
    ids.set(id, draft.note(here, fields));
    if (clip.unit === 'cards') select.push({ kind: 'note', id: ids.get(id) ?? '' });
  }
  for (const { id: _id, from, to, owner, ...fields } of clip.handoffs) {
    const [start, end] = [ids.get(from ?? ''), ids.get(to ?? '')];
    const isTwin = draft.items.some(({ fields }) => fields.from === start && fields.to === end);
    if (start && end && start !== end && !isTwin)
      draft.add('handoff', { ...fields, from: start, to: end, owner: person(owner) });
  }
  for (const { id: _id, on, ...fields } of clip.metrics) {
    const here = on && ids.get(on.id);
    if (here) draft.add('metric', { ...fields, on: { kind: on.kind, id: here } });
  }
  if (select.length === 0) return refused('There is no lane here that could hold what was copied.');
  return draft.plan(select, orders);

  /** Stages and steps, with room made for them where they go. */
  function addColumns(): void {
    const feelers = new Set<string>([EVERYONE, ...map.personas.list.map(({ id }) => id)]);
    const laneIds = new Map(clip.lanes.map((lane) => [lane.id as string, lane]));
    const homes = new Map<string, string>();
    if (clip.unit === 'stages') {
      const made = clip.stages.map(() => newId());
      const keys = keysAfter(map.stages.list, made, target.stage);
      for (const [index, { id, order: _order, expects, ...fields }] of clip.stages.entries()) {
        const own = made[index] ?? newId();
        const departments = expects.flatMap((lane) => {
          const named = laneIds.get(lane);
          return map.lanes.has(lane) ? [lane] : named ? [laneHere(draft, lane, named)] : [];
        });
        draft.items.push({ kind: 'stage', id: own, fields: { ...fields, expects: departments, order: keys(own) } });
        ids.set(id, own);
        homes.set(id, own);
        select.push({ kind: 'stage', id: own });
      }
    }
    const after = target.step && map.steps.get(target.step);
    const home = after?.stage ?? target.stage ?? map.stages.list.at(-1)?.id;
    for (const stage of clip.unit === 'stages' ? clip.stages.map(({ id }) => id as string) : [null]) {
      const into = stage === null ? home : homes.get(stage);
      if (!into) continue;
      const steps = clip.steps.filter((step) => stage === null || step.stage === stage);
      const made = steps.map(() => newId());
      const siblings = map.steps.list.filter((step) => step.stage === into);
      const keys = keysAfter(siblings, made, after?.stage === into ? after.id : null, 'step');
      for (const [index, { id, order: _order, stage: _stage, emotions, evidence, ...fields }] of steps.entries()) {
        const own = made[index] ?? newId();
        const felt = {
          emotions: emotions.filter(({ persona }) => feelers.has(persona)),
          evidence: evidence.filter(({ persona }) => feelers.has(persona)),
        };
        draft.items.push({ kind: 'step', id: own, fields: { ...fields, ...felt, stage: into, order: keys(own) } });
        ids.set(id, own);
        if (clip.unit === 'steps') select.push({ kind: 'step', id: own });
      }
    }
  }

  function keysAfter(
    siblings: readonly { readonly id: string; readonly order: string }[],
    made: readonly string[],
    after: string | null,
    kind: 'stage' | 'step' = 'stage',
  ): (id: string) => string {
    const at = after === null ? -1 : siblings.findIndex(({ id }) => id === after);
    const before = at < 0 ? null : (siblings[at + 1]?.id ?? null);
    const keys = new Map(placeBefore(siblings, made, before).map(({ id, order }) => [id, order]));
    for (const [id, order] of keys) if (!made.includes(id)) orders.push({ kind, id, order });
    return (id) => keys.get(id) ?? 'a0';
  }
}

/** The same lane, one of its name, or a new one like it. */
function laneHere(draft: PasteDraft, id: string, lane: Partial<Lane>): LaneId {
  const same = draft.map.lanes.get(id);
  return same && same.kind === lane.kind ? same.id : draft.lane(lane.title ?? '', lane);
}

/** Where cards go that keep their distances, as far as there are steps and lanes; or why they cannot go anywhere. */
function gridPlaces(
  map: MapSnapshot,
  clip: Clip,
  target: Place | null,
): string | ((place: Place, kind: Lane['kind']) => Place | null) {
  const { steps, lanes, isPlaced } = outlineOf(map);
  if (steps.length === 0 || lanes.length === 0) return 'Add a step and a department first, then paste into them.';
  const column = steps.findIndex(({ id }) => id === target?.step);
  const row = lanes.findIndex(({ id }) => id === target?.lane);
  return (place, kind) => {
    if (!target && isPlaced(place) && map.lanes.get(place.lane)?.kind === kind) return place;
    const right = clip.steps.findIndex(({ id }) => id === place.step);
    const down = clip.lanes.findIndex(({ id }) => id === place.lane);
    const step = steps[Math.min(Math.max(0, column) + Math.max(0, right), steps.length - 1)];
    const wanted = Math.min(Math.max(0, row) + Math.max(0, down), lanes.length - 1);
    const fitting = lanes
      .map((lane, index) => ({ lane, away: Math.abs(index - wanted) }))
      .filter(({ lane }) => lane.kind === kind)
      .sort((a, b) => a.away - b.away)[0];
    return step && fitting ? { step: step.id, lane: fitting.lane.id } : null;
  };
}
