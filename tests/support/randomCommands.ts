import type * as Y from 'yjs';
import { type Command, type Outcome, run } from '../../shared/commands/command.ts';
import { commands } from '../../shared/commands/index.ts';
import { COLLECTIONS, collectionOf } from '../../shared/model/collections.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import type { ItemKind } from '../../shared/model/fields.ts';
import { idOf } from '../../shared/model/ids.ts';
import { liveMap } from '../../shared/model/liveMap.ts';
import { textFieldsOf } from '../../shared/model/mapDoc.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { Random } from './random.ts';
import { day, makers, measuredItem, phrase, randomFields, solution } from './randomFields.ts';

type Commands = typeof commands;
export type CommandName = keyof Commands;
export type InputOf<C> = C extends Command<infer Input> ? Input : never;

interface Situation {
  readonly random: Random;
  readonly map: MapSnapshot;
  readonly newId: () => string;
}

/** A valid input for every command; null where the map offers none. A new command does not compile without one. */
type Generators = { readonly [N in CommandName]: (situation: Situation) => InputOf<Commands[N]> | null };

const KINDS: readonly ItemKind[] = [
  'stage',
  'step',
  'lane',
  'touchpoint',
  'note',
  'handoff',
  'metric',
  'person',
  'persona',
  'initiative',
];

type Listed = { readonly id: string };
/** One of the siblings to go before, or the end. Branded ids come out as they went in. */
const beforeOne = <T extends Listed>({ random }: Situation, siblings: readonly T[]): T['id'] | null =>
  random.chance(0.4) ? null : (random.maybe(siblings)?.id ?? null);

function randomPlace({ random, map }: Situation, kind: 'touchpoint' | 'note'): Place | null {
  const step = random.maybe(map.steps.list);
  const lanes = map.lanes.list.filter((lane) => kind === 'note' || lane.kind === 'department');
  const lane = random.maybe(lanes);
  return step && lane && { step: step.id, lane: lane.id };
}

function newAmong<K extends 'stage' | 'lane' | 'persona' | 'initiative'>(kind: K) {
  return (situation: Situation) => {
    const { random, map, newId } = situation;
    const collection = collectionOf(kind);
    const siblings: readonly Listed[] = map[collection].list;
    // The kind decides all three, but TypeScript cannot follow it through the collection.
    return {
      id: newId(),
      fields: randomFields(random, map, collection),
      before: beforeOne(situation, siblings),
    } as unknown as InputOf<Commands[`add${Capitalize<K>}`]>;
  };
}

function newInCell<K extends 'touchpoint' | 'note'>(kind: K) {
  return (situation: Situation) => {
    const { random, map, newId } = situation;
    const place = randomPlace(situation, kind);
    const collection = collectionOf(kind);
    const siblings: readonly Listed[] = map[collection].list;
    return (
      place &&
      ({
        id: newId(),
        fields: { ...randomFields(random, map, collection), place },
        before: beforeOne(situation, siblings),
      } as unknown as InputOf<Commands[`add${Capitalize<K>}`]>)
    );
  };
}

function move<K extends 'stage' | 'lane' | 'persona' | 'initiative'>(kind: K) {
  return (situation: Situation) => {
    const siblings: readonly Listed[] = situation.map[collectionOf(kind)].list;
    const item = situation.random.maybe(siblings);
    return (
      item &&
      ({ id: item.id, before: beforeOne(situation, siblings) } as unknown as InputOf<Commands[`move${Capitalize<K>}`]>)
    );
  };
}

const allItems = (map: MapSnapshot, from: 'list' | 'removed'): ItemRef[] =>
  KINDS.flatMap((kind) => {
    const table = map[collectionOf(kind)];
    const items: Iterable<Listed> = from === 'list' ? table.list : table.removed.values();
    return [...items].map(({ id }) => ({ kind, id }));
  });

const freeEnds = ({ random, map }: Situation) => {
  const from = random.maybe(map.touchpoints.list);
  const to = random.maybe(map.touchpoints.list);
  return from && to && from !== to ? { from: from.id, to: to.id } : null;
};
const linked = (map: MapSnapshot, from: string | null, to: string | null) =>
  map.handoffs.list.some((handoff) => handoff.from === from && handoff.to === to);

export const generators: Generators = {
  addStage: newAmong('stage'),
  addLane: newAmong('lane'),
  addPersona: newAmong('persona'),
  addInitiative: newAmong('initiative'),
  addTouchpoint: newInCell('touchpoint'),
  addNote: newInCell('note'),
  addPerson: ({ random, map, newId }) => ({ id: idOf(newId()), fields: randomFields(random, map, 'people') }),
  addStep(situation) {
    const { random, map, newId } = situation;
    const stage = random.maybe(map.stages.list)?.id;
    if (!stage) return null;
    const fields = { ...randomFields(random, map, 'steps'), stage };
    return { id: idOf(newId()), fields, before: beforeOne(situation, map.steps.list) };
  },
  addItems(situation) {
    const { random, map, newId } = situation;
    const [place, beside] = [randomPlace(situation, 'touchpoint'), randomPlace(situation, 'note')];
    if (!place || !beside) return null;
    const id = newId();
    const [from, to] = [`${id}.from`, `${id}.to`];
    const touchpoint = () => ({ ...randomFields(random, map, 'touchpoints'), place });
    return {
      items: [
        { kind: 'touchpoint', id: from, fields: touchpoint() },
        { kind: 'touchpoint', id: to, fields: touchpoint() },
        { kind: 'handoff', id: `${id}.handoff`, fields: { ...randomFields(random, map, 'handoffs'), from, to } },
        { kind: 'note', id: `${id}.note`, fields: { ...randomFields(random, map, 'notes'), place: beside } },
      ],
      orders: [],
    };
  },
  addMetric(situation) {
    const { random, map, newId } = situation;
    const on = measuredItem(random, map);
    if (!on) return null;
    const fields = { ...randomFields(random, map, 'metrics'), on };
    return { id: idOf(newId()), fields, before: beforeOne(situation, map.metrics.list) };
  },
  linkHandoff(situation) {
    const { random, map, newId } = situation;
    const ends = freeEnds(situation);
    if (!ends || linked(map, ends.from, ends.to)) return null;
    return { id: idOf(newId()), fields: { ...randomFields(random, map, 'handoffs'), ...ends } };
  },
  rerouteHandoff({ random, map }) {
    const handoff = random.maybe(map.handoffs.list);
    const end = random.maybe(map.touchpoints.list)?.id;
    if (!handoff || !end) return null;
    const ends = random.chance(0.5) ? { from: end } : { to: end };
    const next = { from: handoff.from, to: handoff.to, ...ends };
    const whole = map.touchpoints.has(next.from ?? '') && map.touchpoints.has(next.to ?? '');
    return whole && next.from !== next.to && !linked(map, next.from, next.to) ? { id: handoff.id, ...ends } : null;
  },
  moveStage: move('stage'),
  moveLane: move('lane'),
  movePersona: move('persona'),
  moveInitiative: move('initiative'),
  moveStep(situation) {
    const { random, map } = situation;
    const [step, stage] = [random.maybe(map.steps.list), random.maybe(map.stages.list)];
    return step && stage && { id: step.id, stage: stage.id, before: beforeOne(situation, map.steps.list) };
  },
  moveMetric(situation) {
    const { random, map } = situation;
    const [metric, on] = [random.maybe(map.metrics.list), measuredItem(random, map)];
    return metric && on && { id: metric.id, on, before: beforeOne(situation, map.metrics.list) };
  },
  moveTouchpoints(situation) {
    const { random, map } = situation;
    const ids = random.some(map.touchpoints.list, 3).map(({ id }) => id);
    const place = randomPlace(situation, 'touchpoint');
    return place && ids.length > 0 ? { ids, place, before: beforeOne(situation, map.touchpoints.list) } : null;
  },
  moveNotes(situation) {
    const { random, map } = situation;
    const ids = random.some(map.notes.list, 3).map(({ id }) => id);
    const place = randomPlace(situation, 'note');
    return place && ids.length > 0 ? { ids, place, before: beforeOne(situation, map.notes.list) } : null;
  },
  changeItems({ random, map }) {
    const kind = random.pick(KINDS);
    const collection = collectionOf(kind);
    const all: readonly Listed[] = map[collection].list;
    const ids = random.some(all, 3).map(({ id }) => id);
    if (ids.length === 0) return null;
    // Kind and fields fit: both come from the same collection.
    return { kind, ids, fields: randomFields(random, map, collection) } as unknown as InputOf<Commands['changeItems']>;
  },
  changeMap: ({ random }) => ({
    ...(random.chance(0.5) && { title: phrase(random) }),
    ...(random.chance(0.5) && { state: random.pick(['current', 'future'] as const) }),
    ...(random.chance(0.3) && { currency: random.pick(['EUR', 'GBP', 'JPY']) }),
  }),
  editText({ random, map }) {
    const kind = random.pick(KINDS);
    const collection = collectionOf(kind);
    const item = random.maybe<Listed>(map[collection].list);
    const field = random.maybe(textFieldsOf(collection));
    if (!item || !field) return null;
    const at = random.below(8);
    return { kind, id: item.id, field, splice: { at, remove: random.below(4), insert: phrase(random) } };
  },
  rateEmotion({ random, map }) {
    const step = random.maybe(map.steps.list)?.id;
    const persona = random.pick([EVERYONE, ...map.personas.list.map(({ id }) => id)] as const);
    return step ? { step, persona, value: random.chance(0.2) ? null : random.below(5) - 2 } : null;
  },
  recordValue({ random, map }) {
    const metric = random.maybe(map.metrics.list)?.id;
    return metric ? { metric, date: day(random), value: random.chance(0.2) ? null : random.below(100) } : null;
  },
  recordValues({ random, map }) {
    const metrics = random.some(map.metrics.list, 3);
    const values = metrics.map(({ id }) => ({ metric: id, date: day(random), value: random.below(100) }));
    return values.length > 0 ? { values } : null;
  },
  noteSolved({ random }) {
    const solved = random.some(['rule:a', 'rule:b', 'rule:c'], 2).map((finding) => ({
      finding: idOf<'finding'>(finding),
      solution: solution(random),
    }));
    return solved.length > 0 ? { solved } : null;
  },
  answerGap: ({ random, map }) => ({
    finding: idOf(`rule:${random.pick(['a', 'b', 'c'])}`),
    answer: makers.gapStates.answer(random, map),
  }),
  removeItems({ random, map }) {
    const items = random.some(allItems(map, 'list'), 2);
    return items.length > 0 ? { items } : null;
  },
  restoreItems({ random, map }) {
    const items = random.some(allItems(map, 'removed'), 2);
    return items.length > 0 ? { items } : null;
  },
};

export const COMMAND_NAMES = Object.keys(commands) as readonly CommandName[];

/** What somebody did. */
export interface Done {
  readonly name: CommandName;
  readonly input: unknown;
  readonly outcome: Outcome;
}

/** The same, with the command's type forgotten: generators and commands are matched by name. */
export const commandOf = (name: CommandName): Command<unknown> => commands[name] as unknown as Command<unknown>;
export const inputFor = (name: CommandName, situation: Situation): unknown => generators[name](situation);

/** Runs one random command that makes sense on this map; `among` narrows the choice. */
export function runRandom(
  doc: Y.Doc,
  random: Random,
  newId: () => string,
  origin: unknown,
  among: readonly CommandName[] = COMMAND_NAMES,
): Done {
  const map = liveMap(doc).snapshot();
  for (let tries = 0; tries < 100; tries++) {
    const name = random.pick(among);
    const input = inputFor(name, { random, map, newId });
    if (input !== null) return { name, input, outcome: run(doc, commandOf(name), input, origin) };
  }
  const input = { title: `nothing else to do ${random.below(1000)}` };
  return { name: 'changeMap', input, outcome: run(doc, commandOf('changeMap'), input, origin) };
}

/** What people see: all items but the deleted ones. A gap that was opened again and never solved is like one never touched. */
export const visible = (map: MapSnapshot) => ({
  meta: map.meta,
  ...Object.fromEntries(COLLECTIONS.map((collection) => [collection, map[collection].list])),
  gapStates: map.gapStates.list.filter(({ answer, solved }) => answer.status !== 'open' || solved !== null),
});
