import { generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import { EVERYONE } from '../model/emotion.ts';
import type { ItemKind } from '../model/fields.ts';
import { type Id, idOf } from '../model/ids.ts';
import type { MeasuredItem, Visibility } from '../model/records.ts';
import { writeMeta, writeNew } from '../model/writeRecord.ts';
import { foldTitle } from './cells.ts';
import type { Draft, LaneDraft, PersonDraft, TouchpointDraft } from './draft.ts';
import type { MetricDraft } from './metricText.ts';

/** Writes a draft into an empty map, as one transaction: observers see the whole map or none of it. */
export function writeDraft(doc: Y.Doc, draft: Draft, newId: () => string): void {
  doc.transact(() => {
    if (draft.preface.length > 0) writeMeta(doc, { description: draft.preface.join('\n') });
    const stageIds = withIds<'stage', Draft['stages'][number]>(draft.stages, newId);
    const stepIds = withIds<'step', Draft['steps'][number]>(draft.steps, newId);
    const laneIds = withIds<'lane', LaneDraft>(draft.lanes, newId);
    const personIds = withIds<'person', PersonDraft>(draft.people, newId);
    const personaIds = withIds<'persona', Draft['personas'][number]>(draft.personas, newId);
    const touchpointIds = withIds<'touchpoint', TouchpointDraft>(draft.touchpoints, newId);
    const byFeeler = <T extends object>(entries: ReadonlyMap<Draft['personas'][number] | null, T>) =>
      [...entries].map(([persona, value]) => ({ persona: persona ? idFor(personaIds, persona) : EVERYONE, ...value }));

    const internal = internalLanes(draft.touchpoints);
    eachInOrder(draft.stages, ({ title, lifecycle }, order, stage) =>
      writeNew(doc, 'stages', idFor(stageIds, stage), { order, title, lifecycle }),
    );
    eachInOrder(draft.lanes, (lane, order) =>
      writeNew(doc, 'lanes', idFor(laneIds, lane), {
        order,
        title: lane.title,
        kind: lane.kind,
        ...(lane.kind === 'department' ? { visibility: visibilityOf(lane, internal) } : {}),
      }),
    );
    const departmentNamed = departmentsByName(draft.lanes.filter(({ kind }) => kind === 'department'));
    for (const person of draft.people) {
      const department = departmentNamed(person.name);
      writeNew(doc, 'people', idFor(personIds, person), {
        name: person.name,
        department: department ? idFor(laneIds, department) : null,
      });
    }
    eachInOrder(draft.personas, ({ name }, order, persona) =>
      writeNew(doc, 'personas', idFor(personaIds, persona), { order, name }),
    );
    eachInOrder(draft.steps, (step, order) =>
      writeNew(doc, 'steps', idFor(stepIds, step), {
        order,
        stage: idFor(stageIds, step.stage),
        title: step.title,
        description: [...step.description].join('\n'),
        quote: [...step.quote].join('\n'),
        momentOfTruth: step.momentOfTruth,
        belief: step.belief,
        emotions: byFeeler(new Map([...step.emotions].map(([persona, value]) => [persona, { value }]))),
        evidence: byFeeler(new Map([...step.evidence].map(([persona, kinds]) => [persona, { kinds }]))),
      }),
    );
    eachInOrder(draft.touchpoints, (touchpoint, order) => {
      const { step, lane, owner, title, description, channel, systems, customersPerMonth, costEach, moneyEach } =
        touchpoint;
      writeNew(doc, 'touchpoints', idFor(touchpointIds, touchpoint), {
        place: { step: idFor(stepIds, step), lane: idFor(laneIds, lane) },
        order,
        title,
        description: [...description].join('\n'),
        channel,
        owner: owner && idFor(personIds, owner),
        systems,
        customersPerMonth,
        costEach,
        moneyEach,
      });
    });
    eachInOrder(draft.notes, ({ step, lane, kind, text }, order) => {
      const place = { step: idFor(stepIds, step), lane: idFor(laneIds, lane) };
      writeNew(doc, 'notes', newId(), { place, order, kind, text });
    });
    for (const { from, to, information, carries } of draft.handoffs) {
      const ends = { from: idFor(touchpointIds, from), to: idFor(touchpointIds, to) };
      writeNew(doc, 'handoffs', newId(), { ...ends, information, carries });
    }
    const measured: [MeasuredItem, MetricDraft][] = [
      ...draft.steps.flatMap((step) => onEach({ kind: 'step', id: idFor(stepIds, step) }, step.metrics)),
      ...draft.touchpoints.flatMap((t) => onEach({ kind: 'touchpoint', id: idFor(touchpointIds, t) }, t.metrics)),
    ];
    eachInOrder(measured, ([on, metric], order) => writeNew(doc, 'metrics', newId(), { ...metric, on, order }));
  });
}

type Ids<K extends ItemKind, T> = ReadonlyMap<T, Id<K>>;

const withIds = <K extends ItemKind, T>(items: readonly T[], newId: () => string): Ids<K, T> =>
  new Map(items.map((item) => [item, idOf<K>(newId())]));

function idFor<K extends ItemKind, T>(ids: Ids<K, T>, item: T): Id<K> {
  const id = ids.get(item);
  if (!id) throw new Error('A draft refers to something that is not in it');
  return id;
}

/** One sequence of keys for all: among the touchpoints of one cell, only their order counts. */
function eachInOrder<T>(items: readonly T[], write: (item: T, order: string, itself: T) => void): void {
  const keys = generateNKeysBetween(null, null, items.length);
  items.forEach((item, index) => {
    write(item, keys[index] ?? '', item);
  });
}

const onEach = (on: MeasuredItem, metrics: readonly MetricDraft[]) =>
  metrics.map((metric): [MeasuredItem, MetricDraft] => [on, metric]);

/** As the table says, else as the department's own name and work tell. */
function visibilityOf(lane: LaneDraft, internal: ReadonlySet<LaneDraft>): Visibility {
  const { title, visibility } = lane;
  if (visibility !== null) return visibility;
  if (/support(ing)? process|unterstützende prozesse/i.test(title)) return 'support';
  const isBack = /back[- ]?(office|stage)|internal (action|process)/i.test(title);
  return isBack || internal.has(lane) ? 'backstage' : 'frontstage';
}

/** Departments that no customer meets, by their own account: all their work goes through an internal channel. */
function internalLanes(touchpoints: readonly TouchpointDraft[]): ReadonlySet<LaneDraft> {
  const isInternal = ({ channel }: TouchpointDraft) => /^internal\b/i.test(channel);
  const met = new Set(touchpoints.filter((touchpoint) => !isInternal(touchpoint)).map(({ lane }) => lane));
  return new Set(touchpoints.map(({ lane }) => lane).filter((lane) => !met.has(lane)));
}

/** Tables often name a department as owner, "Contact centre (assumed)": then there is no doubt where the owner belongs. */
function departmentsByName(lanes: readonly LaneDraft[]): (name: string) => LaneDraft | undefined {
  const bare = (text: string) => foldTitle(text.replace(/\([^)]*\)/g, ' '));
  // Of two lanes the first wins, so they are entered last to first.
  const byTitle = new Map(lanes.toReversed().map((lane) => [foldTitle(lane.title), lane]));
  const byBareTitle = new Map(lanes.toReversed().map((lane) => [bare(lane.title), lane]));
  return (name) => byTitle.get(foldTitle(name)) ?? (bare(name) === '' ? undefined : byBareTitle.get(bare(name)));
}
