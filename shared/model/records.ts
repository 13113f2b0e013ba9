import * as z from 'zod/mini';
import * as f from './fields.ts';
import type {
  FindingId,
  HandoffId,
  InitiativeId,
  LaneId,
  MetricId,
  NoteId,
  PersonaId,
  PersonId,
  StageId,
  StepId,
  TouchpointId,
} from './ids.ts';

/**
 * Every record of a map, field by field: the types, the strict schemas for what is written and the forgiving
 * readers for what is found all come from these tables, so that they cannot drift apart.
 */
export const LIFECYCLES = ['marketing', 'sales', 'service', 'dismissal', 'other'] as const;
export const VISIBILITIES = ['frontstage', 'backstage', 'support'] as const;
export const METRIC_KINDS = ['operational', 'customer', 'behavioural', 'financial'] as const;
export const CADENCES = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export const PROFITABILITIES = ['high', 'medium', 'low', 'loss'] as const;
export const INITIATIVE_STATUSES = ['idea', 'planned', 'doing', 'done', 'dropped'] as const;
export const INFORMATION = ['all', 'some', 'none'] as const;
export const EVIDENCE = ['feedback', 'behaviour'] as const;

/** As far as people may widen a step and heighten a lane, in pixels at zoom 1; the least is what layout makes of them. */
export const WIDEST_STEP = 640;
export const HIGHEST_LANE = 1200;

const feeling = z.int().check(z.gte(-2), z.lte(2));

export const metaFields = {
  title: f.text(),
  description: f.text(),
  state: f.choice(['current', 'future'], 'current'),
  /** ISO 4217, for every amount on the map. */
  currency: f.whole(z.string().check(z.regex(/^[A-Z]{3}$/)), 'EUR'),
  /** The id of the map that shows the same journey in the other state, as it is or as it should be; '' where there is none. */
  counterpart: f.word(),
  /** Whether others begin from it: home shows it apart, and what is made of it is a copy. */
  template: f.flag(),
};

const stageFields = {
  order: f.order(),
  title: f.text(),
  lifecycle: f.choice(LIFECYCLES, 'other'),
  /** Top-down plan: the departments that ought to be at work in this stage. */
  expects: f.refs('lane'),
};

const stepFields = {
  stage: f.ref('stage'),
  order: f.order(),
  title: f.text(),
  description: f.text(),
  quote: f.text(),
  momentOfTruth: f.flag(),
  /** How the customer feels, -2 to +2, by persona (or `everyone`). */
  emotions: f.entries('persona', f.feelerSchema, z.object({ value: feeling })),
  /** What backs the emotion, by persona: what customers say, and what they do. Apart from the value, since each is edited alone. */
  evidence: f.entries('persona', f.feelerSchema, z.object({ kinds: z.readonly(z.array(z.enum(EVIDENCE))) })),
  /** How the company thinks the customer feels. */
  belief: f.maybeInteger(-2, 2),
  /** How wide people drew its column; null as wide as usual. */
  width: f.maybeInteger(1, WIDEST_STEP),
};

const laneFields = {
  order: f.order(),
  title: f.text(),
  kind: f.choice(['department', 'notes'], 'department'),
  visibility: f.choice(VISIBILITIES, 'frontstage'),
  /** One of the eight department hues; null takes the hue of the lane's position. */
  hue: f.maybeInteger(0, 7),
  /** How high people drew it; null as high as its cards need, which it is at least. */
  height: f.maybeInteger(1, HIGHEST_LANE),
};

const touchpointFields = {
  /** Step and lane are one value, so a card moved by two people at once cannot land in a cell nobody chose. */
  place: f.place(),
  order: f.order(),
  title: f.text(),
  description: f.text(),
  channel: f.word(),
  owner: f.ref('person'),
  systems: f.words(),
  customersPerMonth: f.maybeNumber(0),
  costEach: f.maybeNumber(0),
  /** What the company stands to lose with one customer here, in the map's currency. */
  moneyEach: f.maybeNumber(0),
};

const noteFields = {
  place: f.place(),
  order: f.order(),
  text: f.text(),
  kind: f.choice(['pain', 'idea', 'quote'], 'pain'),
};

const handoffFields = {
  from: f.ref('touchpoint'),
  to: f.ref('touchpoint'),
  owner: f.ref('person'),
  accepted: f.flag(),
  information: f.maybeChoice(INFORMATION),
  /** What travels, in words: "order number, address". */
  carries: f.text(),
  customerRepeats: f.flag(),
  /** Hours. */
  waitTarget: f.maybeNumber(0),
  waitActual: f.maybeNumber(0),
  /** The medium or system it goes through. */
  medium: f.word(),
};

const measured = z.readonly(
  z.object({
    kind: z.enum(['stage', 'step', 'touchpoint']),
    id: f.idField<'stage' | 'step' | 'touchpoint'>(),
  }),
);

const metricFields = {
  /** What is measured: a stage, a step or a touchpoint. */
  on: f.whole(z.nullable(measured), null),
  order: f.order(),
  title: f.text(),
  kind: f.choice(METRIC_KINDS, 'operational'),
  unit: f.word(),
  better: f.choice(['higher', 'lower'], 'higher'),
  target: f.maybeNumber(),
  values: f.entries('date', f.DAY, z.object({ value: z.number() })),
  cadence: f.maybeChoice(CADENCES),
  source: f.word(),
  /** Whether it is part of somebody's reward. */
  rewarded: f.flag(),
};

const personFields = {
  name: f.text(),
  role: f.word(),
  department: f.ref('lane'),
};

const personaFields = {
  order: f.order(),
  name: f.text(),
  goals: f.text(),
  /** Share of all customers, 0 to 100 percent. */
  share: f.maybeNumber(0, 100),
  profitability: f.maybeChoice(PROFITABILITIES),
  costToServe: f.maybeNumber(0),
};

const initiativeFields = {
  order: f.order(),
  title: f.text(),
  description: f.text(),
  owner: f.ref('person'),
  due: f.maybeDay(),
  impact: f.maybeInteger(1, 5),
  effort: f.maybeInteger(1, 5),
  expectedValue: f.maybeNumber(),
  status: f.choice(INITIATIVE_STATUSES, 'idea'),
  /** The findings it answers. */
  gaps: f.findingRefs(),
  /** Only where it is a campaign. */
  audience: f.ref('persona'),
  channel: f.word(),
  message: f.text(),
  testDesign: f.text(),
  responseMetric: f.word(),
  result: f.text(),
};

const gapAnswer = z.union([
  z.object({ status: z.literal('open') }),
  z.object({
    status: z.literal('assigned'),
    to: f.idField<'person'>(),
    due: z.nullable(f.DAY),
  }),
  z.object({
    status: z.literal('dismissed'),
    reason: z.string().check(z.maxLength(2000)),
    /** A digest of what the gap was about when somebody dismissed it: when that changes, it comes back. */
    facts: z.optional(z.string().check(z.maxLength(64))),
  }),
]);

const solution = z.readonly(
  z.object({
    title: z.string().check(z.maxLength(200)),
    message: z.string().check(z.maxLength(600)),
    /** The name somebody had on that day. */
    by: z.string().check(z.maxLength(200)),
    /** ISO 8601, in UTC. */
    at: z.string().check(z.maxLength(40)),
  }),
);

const gapStateFields = {
  /** One value: an assignee without "assigned", or a reason without "dismissed", would mean nothing. */
  answer: f.whole(gapAnswer, { status: 'open' }),
  /** Who made it go, and when, last; kept in words, because the items it was about may be gone. */
  solved: f.whole(z.nullable(solution), null),
};

type ValueOf<F> = F extends f.Field<infer T> ? T : never;
export type AnyFields = Readonly<Record<string, f.Field<unknown>>>;
type RecordOf<Id, Fields extends AnyFields> = { readonly id: Id } & {
  readonly [K in keyof Fields]: ValueOf<Fields[K]>;
};

export type Meta = {
  readonly [K in keyof typeof metaFields]: ValueOf<(typeof metaFields)[K]>;
};
export type Stage = RecordOf<StageId, typeof stageFields>;
export type Step = RecordOf<StepId, typeof stepFields>;
export type Lane = RecordOf<LaneId, typeof laneFields>;
export type Touchpoint = RecordOf<TouchpointId, typeof touchpointFields>;
export type Note = RecordOf<NoteId, typeof noteFields>;
export type Handoff = RecordOf<HandoffId, typeof handoffFields>;
export type Metric = RecordOf<MetricId, typeof metricFields>;
export type Person = RecordOf<PersonId, typeof personFields>;
export type Persona = RecordOf<PersonaId, typeof personaFields>;
export type Initiative = RecordOf<InitiativeId, typeof initiativeFields>;
export type GapState = RecordOf<FindingId, typeof gapStateFields>;

export type Place = NonNullable<Touchpoint['place']>;
export type GapAnswer = GapState['answer'];
export type Solution = NonNullable<GapState['solved']>;
export type Evidence = (typeof EVIDENCE)[number];
export type Lifecycle = Stage['lifecycle'];
export type Visibility = Lane['visibility'];
export type MeasuredItem = NonNullable<Metric['on']>;

export interface Records {
  readonly stages: Stage;
  readonly steps: Step;
  readonly lanes: Lane;
  readonly touchpoints: Touchpoint;
  readonly notes: Note;
  readonly handoffs: Handoff;
  readonly metrics: Metric;
  readonly people: Person;
  readonly personas: Persona;
  readonly initiatives: Initiative;
  readonly gapStates: GapState;
}
export type Collection = keyof Records;

const fieldsOf = {
  stages: stageFields,
  steps: stepFields,
  lanes: laneFields,
  touchpoints: touchpointFields,
  notes: noteFields,
  handoffs: handoffFields,
  metrics: metricFields,
  people: personFields,
  personas: personaFields,
  initiatives: initiativeFields,
  gapStates: gapStateFields,
} satisfies Readonly<Record<Collection, AnyFields>>;

/** The fields of a collection without their types: for code that treats all records alike. */
export const fieldTable = (collection: Collection): AnyFields => fieldsOf[collection];

/** Any one item of the map, named so that it can be found. */
export interface ItemRef {
  readonly kind: f.ItemKind;
  readonly id: string;
}
