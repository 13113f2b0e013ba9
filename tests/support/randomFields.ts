import { EVERYONE } from '../../shared/model/emotion.ts';
import { idOf } from '../../shared/model/ids.ts';
import {
  CADENCES,
  type Collection,
  HIGHEST_LANE,
  INFORMATION,
  INITIATIVE_STATUSES,
  LIFECYCLES,
  METRIC_KINDS,
  type MeasuredItem,
  PROFITABILITIES,
  type Records,
  type Solution,
  VISIBILITIES,
  WIDEST_STEP,
} from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { FieldsOf } from '../../shared/model/writeRecord.ts';
import type { Random } from './random.ts';

type Maker<T> = (random: Random, map: MapSnapshot) => T;
/** What says where an item stands; it is changed by moving, linking and rerouting. */
type Where = 'id' | 'order' | 'place' | 'stage' | 'from' | 'to' | 'on';
/** A maker for every field of every record: a new field does not compile until it can be made at random. */
type Makers = {
  readonly [C in Collection]: { readonly [F in Exclude<keyof Records[C], Where>]: Maker<Records[C][F]> };
};

const words = ['Ruf', 'bill', 'call', 'Überweisung', 'wait', 'visit', '顧客', 'offer', '👩‍🔧', 'repeat', ''];
export const phrase = (random: Random): string =>
  Array.from({ length: random.below(5) }, () => random.pick(words)).join(' ');

const word: Maker<string> = (random) => random.pick(words);
const flag: Maker<boolean> = (random) => random.chance(0.5);
const amount: Maker<number | null> = (random) => (random.chance(0.2) ? null : random.below(10_000) / 4);
const upTo =
  (min: number, max: number): Maker<number | null> =>
  (random) =>
    random.chance(0.2) ? null : min + random.below(max - min + 1);
const oneOf =
  <T>(options: readonly T[]): Maker<T> =>
  (random) =>
    random.pick(options);
const maybeOf =
  <T>(options: readonly T[]): Maker<T | null> =>
  (random) =>
    random.chance(0.2) ? null : random.pick(options);
export const day = (random: Random): string => `2026-0${1 + random.below(9)}-${10 + random.below(18)}`;
const person = (random: Random, map: MapSnapshot) => random.maybe(map.people.list)?.id ?? null;
const feelers = (map: MapSnapshot) => [EVERYONE, ...map.personas.list.map(({ id }) => id as string)];
const byMember = <T extends object>(members: readonly T[], key: keyof T) =>
  [...members].sort((a, b) => (a[key] < b[key] ? -1 : 1));

export const solution = (random: Random): Solution => ({
  title: phrase(random),
  message: phrase(random),
  by: random.pick(['Mika', 'Aisha']),
  at: `${day(random)}T10:00:00.000Z`,
});

export const makers: Makers = {
  stages: {
    title: phrase,
    lifecycle: oneOf(LIFECYCLES),
    expects: (random, map) => random.some(map.lanes.list, 3).map(({ id }) => id),
  },
  steps: {
    title: phrase,
    description: phrase,
    quote: phrase,
    momentOfTruth: flag,
    belief: upTo(-2, 2),
    emotions: (random, map) =>
      byMember(
        random.some(feelers(map), 3).map((persona) => ({ persona, value: random.below(5) - 2 })),
        'persona',
      ),
    evidence: (random, map) =>
      byMember(
        random.some(feelers(map), 2).map((persona) => ({ persona, kinds: random.some(['feedback', 'behaviour'], 2) })),
        'persona',
      ),
    width: upTo(1, WIDEST_STEP),
  },
  lanes: {
    title: phrase,
    kind: oneOf(['department', 'department', 'department', 'notes']),
    visibility: oneOf(VISIBILITIES),
    hue: upTo(0, 7),
    height: upTo(1, HIGHEST_LANE),
  },
  touchpoints: {
    title: phrase,
    description: phrase,
    channel: word,
    owner: person,
    systems: (random) => random.some(['CRM', 'ERP', 'Ticket tool', 'Post'], 3).sort(),
    customersPerMonth: amount,
    costEach: amount,
    moneyEach: amount,
  },
  notes: { text: phrase, kind: oneOf(['pain', 'idea', 'quote']) },
  handoffs: {
    owner: person,
    accepted: flag,
    information: maybeOf(INFORMATION),
    carries: phrase,
    customerRepeats: flag,
    waitTarget: amount,
    waitActual: amount,
    medium: word,
  },
  metrics: {
    title: phrase,
    kind: oneOf(METRIC_KINDS),
    unit: word,
    better: oneOf(['higher', 'lower']),
    target: amount,
    values: (random) =>
      random
        .some(['2026-01-31', '2026-02-28', '2026-03-31'], 3)
        .sort()
        .map((date) => ({ date, value: random.below(100) })),
    cadence: maybeOf(CADENCES),
    source: word,
    rewarded: flag,
  },
  people: {
    name: phrase,
    role: word,
    department: (random, map) => random.maybe(map.lanes.list)?.id ?? null,
  },
  personas: {
    name: phrase,
    goals: phrase,
    share: upTo(0, 100),
    profitability: maybeOf(PROFITABILITIES),
    costToServe: amount,
  },
  initiatives: {
    title: phrase,
    description: phrase,
    owner: person,
    due: (random) => (random.chance(0.2) ? null : day(random)),
    impact: upTo(1, 5),
    effort: upTo(1, 5),
    expectedValue: amount,
    status: oneOf(INITIATIVE_STATUSES),
    gaps: (random) =>
      random
        .some(['rule:a', 'rule:b', 'rule:c'], 2)
        .sort()
        .map((finding) => idOf<'finding'>(finding)),
    audience: (random, map) => random.maybe(map.personas.list)?.id ?? null,
    channel: word,
    message: phrase,
    testDesign: phrase,
    responseMetric: word,
    result: phrase,
  },
  gapStates: {
    answer: (random, map) => {
      const to = person(random, map);
      if (to && random.chance(0.5)) return { status: 'assigned', to, due: random.chance(0.5) ? day(random) : null };
      return random.chance(0.3) ? { status: 'open' } : { status: 'dismissed', reason: `because ${phrase(random)}` };
    },
    solved: (random) => (random.chance(0.3) ? null : solution(random)),
  },
};

/** Up to three fields of an item, valid on this map. */
export function randomFields<C extends Collection>(random: Random, map: MapSnapshot, collection: C): FieldsOf<C> {
  const own = Object.entries(makers[collection] as Readonly<Record<string, Maker<unknown>>>);
  const fields = random.some(own, 3).map(([name, make]) => [name, make(random, map)]);
  // Every maker returns what its field holds: `Makers` says so, field by field.
  return Object.fromEntries(fields) as FieldsOf<C>;
}

export function measuredItem(random: Random, map: MapSnapshot): MeasuredItem | null {
  const kind = random.pick(['stage', 'step', 'touchpoint'] as const);
  const found = random.maybe<{ readonly id: string }>(map[`${kind}s`].list);
  return found && { kind, id: idOf(found.id) };
}
