import { generateNKeysBetween } from 'fractional-indexing';
import { collectionOf } from '../model/collections.ts';
import { type ItemKind, TEXT_LIMIT } from '../model/fields.ts';
import { notesInOrder, stepsInOrder, touchpointsInOrder } from '../model/outline.ts';
import type { ItemRef, Place } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { foldTitle } from './cells.ts';

/** What has to be added so that a map holds another one, too. */
export interface Addition {
  readonly items: readonly (ItemRef & { readonly fields: Readonly<Record<string, unknown>> })[];
  /** Departments, people and personas that were there already, by name: they are not added a second time. */
  readonly met: number;
  /** What could not come along, in sentences. */
  readonly left: readonly string[];
}

type Fields = Record<string, unknown>;

/**
 * An imported map as items for a map that is there: its stages after the last one, its departments, people and personas
 * met by name, everything under new ids. References to what is gone stay behind.
 */
export function additionOf(map: MapSnapshot, imported: MapSnapshot, newId: () => string): Addition {
  const ids = new Map<string, string>();
  const key = (kind: ItemKind, id: string) => `${kind} ${id}`;
  let met = 0;
  const meet = (kind: 'lane' | 'person' | 'persona', nameOf: (record: Named) => string) => {
    const collection = collectionOf(kind);
    const known = new Map<string, string>();
    for (const record of map[collection].list) known.set(foldTitle(nameOf(record)), record.id);
    for (const record of imported[collection].list) {
      const found = known.get(foldTitle(nameOf(record)));
      const isSameKind = kind !== 'lane' || map.lanes.get(found ?? '')?.kind === imported.lanes.get(record.id)?.kind;
      if (found === undefined || !isSameKind || nameOf(record).trim() === '') continue;
      ids.set(key(kind, record.id), found);
      met++;
    }
  };
  meet('lane', ({ title = '' }) => title);
  meet('person', ({ name = '' }) => name);
  meet('persona', ({ name = '' }) => name);

  const adder = new Adder(ids, newId);
  const { left } = adder;
  const after = (orders: readonly (string | undefined)[], count: number) => {
    const last = orders.reduce<string | null>(
      (most, order) => (order !== undefined && (most === null || order > most) ? order : most),
      null,
    );
    return generateNKeysBetween(last, null, count);
  };
  adder.addAll(
    'stage',
    imported.stages.list,
    after(
      map.stages.list.map(({ order }) => order),
      imported.stages.list.length,
    ),
  );
  const newLanes = imported.lanes.list.filter(({ id }) => !ids.has(key('lane', id)));
  adder.addAll(
    'lane',
    newLanes,
    after(
      map.lanes.list.map(({ order }) => order),
      newLanes.length,
    ),
  );
  const newPersonas = imported.personas.list.filter(({ id }) => !ids.has(key('persona', id)));
  adder.addAll(
    'persona',
    newPersonas,
    after(
      map.personas.list.map(({ order }) => order),
      newPersonas.length,
    ),
  );
  adder.addAll(
    'person',
    imported.people.list.filter(({ id }) => !ids.has(key('person', id))),
    null,
    ({ department, ...rest }) => ({
      ...rest,
      department: adder.idOf('lane', department),
    }),
  );
  // Expected departments are known only now.
  adder.amend('stage', imported.stages.list, ({ expects }) => ({
    expects: expects.flatMap((lane) => adder.idOf('lane', lane) ?? []),
  }));
  const steps = stepsInOrder(imported).filter(({ stage }) => adder.idOf('stage', stage) !== null);
  if (steps.length < imported.steps.list.length) left.push('Steps without a stage were left out.');
  adder.addAll(
    'step',
    steps,
    generateNKeysBetween(null, null, steps.length),
    ({ stage, emotions, evidence, ...rest }) => {
      const feeler = <T extends { readonly persona: string }>(entry: T) => {
        const persona = entry.persona === 'everyone' ? entry.persona : adder.idOf('persona', entry.persona);
        return persona === null ? [] : [{ ...entry, persona }];
      };
      return {
        ...rest,
        stage: adder.idOf('stage', stage),
        emotions: emotions.flatMap(feeler),
        evidence: evidence.flatMap(feeler),
      };
    },
  );
  const { description } = imported.meta;
  const [firstStep] = steps;
  if (description.trim() !== '') {
    const whole = [description, firstStep?.description].filter(Boolean).join('\n');
    const hasRoom = firstStep !== undefined && whole.length <= TEXT_LIMIT;
    if (hasRoom) adder.amend('step', [firstStep], () => ({ description: whole }));
    left.push(
      hasRoom
        ? 'Its description is in the description of its first step.'
        : 'Its description was left out: it is that of another map.',
    );
  }
  const placeOf = (place: Place | null, kind: 'department' | 'notes') => {
    const step = adder.idOf('step', place?.step ?? null);
    const lane = adder.idOf('lane', place?.lane ?? null);
    const laneKind = imported.lanes.get(place?.lane ?? '')?.kind;
    return step === null || lane === null || (kind === 'department' && laneKind !== 'department')
      ? null
      : { step, lane };
  };
  const touchpoints = touchpointsInOrder(imported);
  adder.addAll(
    'touchpoint',
    touchpoints,
    generateNKeysBetween(null, null, touchpoints.length),
    ({ place, owner, ...rest }) => ({
      ...rest,
      place: placeOf(place, 'department'),
      owner: adder.idOf('person', owner),
    }),
  );
  const notes = notesInOrder(imported);
  adder.addAll('note', notes, generateNKeysBetween(null, null, notes.length), ({ place, ...rest }) => ({
    ...rest,
    place: placeOf(place, 'notes'),
  }));
  const linked = new Set<string>();
  const handoffs = imported.handoffs.list.filter(({ from, to }) => {
    const ends = `${from} ${to}`;
    const isSound =
      adder.idOf('touchpoint', from) !== null &&
      adder.idOf('touchpoint', to) !== null &&
      from !== to &&
      !linked.has(ends);
    linked.add(ends);
    return isSound;
  });
  if (handoffs.length < imported.handoffs.list.length)
    left.push('Hand-offs that lead nowhere or stand there twice were left out.');
  adder.addAll('handoff', handoffs, null, ({ from, to, owner, ...rest }) => ({
    ...rest,
    from: adder.idOf('touchpoint', from),
    to: adder.idOf('touchpoint', to),
    owner: adder.idOf('person', owner),
  }));
  const metrics = imported.metrics.list.filter(({ on }) => on !== null && adder.idOf(on.kind, on.id) !== null);
  if (metrics.length < imported.metrics.list.length) left.push('Metrics of nothing on the map were left out.');
  adder.addAll(
    'metric',
    metrics,
    after(
      map.metrics.list.map(({ order }) => order),
      metrics.length,
    ),
    ({ on, ...rest }) => ({
      ...rest,
      on: on === null ? null : { kind: on.kind, id: adder.idOf(on.kind, on.id) },
    }),
  );
  const { initiatives } = imported;
  adder.addAll(
    'initiative',
    initiatives.list,
    after(
      map.initiatives.list.map(({ order }) => order),
      initiatives.list.length,
    ),
    ({ owner, audience, ...rest }) => ({
      ...rest,
      owner: adder.idOf('person', owner),
      audience: adder.idOf('persona', audience),
      // Gaps are found anew among the new items, under other names.
      gaps: [],
    }),
  );
  if (imported.gapStates.list.length > 0) left.push('Answers to gaps stay with the map they were given on.');
  return { items: adder.items, met, left };
}

interface Named {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
}

class Adder {
  readonly items: (ItemRef & { fields: Fields })[] = [];
  readonly left: string[] = [];
  readonly #ids: Map<string, string>;
  readonly #newId: () => string;

  constructor(ids: Map<string, string>, newId: () => string) {
    this.#ids = ids;
    this.#newId = newId;
  }

  /** The id that an item of the imported map has here; null for one that is not here. */
  idOf(kind: ItemKind, id: string | null): string | null {
    return id === null ? null : (this.#ids.get(`${kind} ${id}`) ?? null);
  }

  addAll<T extends { readonly id: string }>(
    kind: ItemKind,
    records: readonly T[],
    orders: readonly string[] | null,
    fieldsOf: (record: Omit<T, 'id' | 'order'>) => Fields = (record) => ({ ...record }),
  ): void {
    // Ids first: an item may refer to its neighbours.
    const ids = records.map(({ id }) => {
      const fresh = this.#newId();
      this.#ids.set(`${kind} ${id}`, fresh);
      return fresh;
    });
    records.forEach((record, index) => {
      const { id: _id, order: _order, ...rest } = { order: '', ...record };
      const order = orders === null ? {} : { order: orders[index] };
      this.items.push({ kind, id: ids[index] ?? '', fields: { ...fieldsOf(rest), ...order } });
    });
  }

  /** Fields that depend on items added later. */
  amend<T extends { readonly id: string }>(
    kind: ItemKind,
    records: readonly T[],
    fieldsOf: (record: T) => Fields,
  ): void {
    for (const record of records) {
      const item = this.items.find((one) => one.kind === kind && one.id === this.idOf(kind, record.id));
      if (item) Object.assign(item.fields, fieldsOf(record));
    }
  }
}
