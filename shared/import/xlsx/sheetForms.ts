import type { ItemKind } from '../../model/fields.ts';
import type { Collection } from '../../model/records.ts';

/**
 * The workbook of a map: which sheets it has and what stands in their columns. Export writes it and import reads it, so
 * that nothing is lost between them. Names stand where people read; the ids behind them are in hidden columns.
 */
export interface SheetForm {
  readonly name: string;
  readonly collection: Collection;
  readonly columns: readonly ColumnForm[];
}

export type ColumnForm =
  /** A text, number, yes or no, or one of a few words, as it is. */
  | { readonly kind: 'value'; readonly head: string; readonly field: string; readonly width: number }
  | { readonly kind: 'day'; readonly head: string; readonly field: string; readonly width: number }
  | { readonly kind: 'list'; readonly head: string; readonly field: string; readonly width: number }
  /** Another item, by its name; `part` says which part of the field it is, where it is not all of it. */
  | {
      readonly kind: 'ref';
      readonly head: string;
      readonly field: string;
      readonly part?: 'step' | 'lane' | 'id';
      readonly to: ItemKind | 'measured';
      readonly width: number;
    }
  | {
      readonly kind: 'refs';
      readonly head: string;
      readonly field: string;
      readonly to: ItemKind;
      readonly width: number;
    };

const value = (head: string, field: string, width = 12): ColumnForm => ({ kind: 'value', head, field, width });
const words = (head: string, field: string): ColumnForm => value(head, field, 36);
const day = (head: string, field: string): ColumnForm => ({ kind: 'day', head, field, width: 12 });
const list = (head: string, field: string): ColumnForm => ({ kind: 'list', head, field, width: 24 });
const ref = (head: string, field: string, to: ItemKind): ColumnForm => ({ kind: 'ref', head, field, to, width: 24 });
const place: readonly ColumnForm[] = [
  { kind: 'ref', head: 'Step', field: 'place', part: 'step', to: 'step', width: 28 },
  { kind: 'ref', head: 'Department', field: 'place', part: 'lane', to: 'lane', width: 20 },
];

/** A column that holds the id behind a name. */
export const idHead = (head: string): string => `${head} id`;
export const ID = 'Id';
export const ORDER = 'Order';
/** What has no column of its own, as JSON: nothing is lost between versions. */
export const MORE = 'More';

/** The sheets with one row an item. */
export const sheetForms: readonly SheetForm[] = [
  {
    name: 'Stages',
    collection: 'stages',
    columns: [
      words('Stage', 'title'),
      value('Lifecycle', 'lifecycle'),
      { kind: 'refs', head: 'Expected departments', field: 'expects', to: 'lane', width: 36 },
    ],
  },
  {
    name: 'Steps',
    collection: 'steps',
    columns: [
      ref('Stage', 'stage', 'stage'),
      words('Step', 'title'),
      words('Description', 'description'),
      words('Quote', 'quote'),
      value('Moment of truth', 'momentOfTruth', 16),
      value('Belief', 'belief'),
      value('Width', 'width'),
    ],
  },
  {
    name: 'Departments',
    collection: 'lanes',
    columns: [
      words('Department', 'title'),
      value('Kind', 'kind'),
      value('Visibility', 'visibility'),
      value('Colour', 'hue'),
      value('Height', 'height'),
    ],
  },
  {
    name: 'Touchpoints',
    collection: 'touchpoints',
    columns: [
      ...place,
      words('Touchpoint', 'title'),
      words('Description', 'description'),
      value('Channel', 'channel', 16),
      ref('Owner', 'owner', 'person'),
      list('Systems', 'systems'),
      value('Customers a month', 'customersPerMonth', 18),
      value('Cost each', 'costEach'),
      value('Money each', 'moneyEach'),
    ],
  },
  {
    name: 'Notes',
    collection: 'notes',
    columns: [...place, value('Kind', 'kind'), words('Note', 'text')],
  },
  {
    name: 'Hand-offs',
    collection: 'handoffs',
    columns: [
      ref('From', 'from', 'touchpoint'),
      ref('To', 'to', 'touchpoint'),
      ref('Owner', 'owner', 'person'),
      value('Accepted', 'accepted'),
      value('Information', 'information'),
      words('What travels', 'carries'),
      value('Customer repeats', 'customerRepeats', 17),
      value('Target wait, hours', 'waitTarget', 18),
      value('Actual wait, hours', 'waitActual', 18),
      value('Medium', 'medium', 16),
    ],
  },
  {
    name: 'Metrics',
    collection: 'metrics',
    columns: [
      words('Metric', 'title'),
      { kind: 'ref', head: 'Measured at', field: 'on', part: 'id', to: 'measured', width: 28 },
      value('Kind', 'kind', 14),
      value('Unit', 'unit'),
      value('Better', 'better'),
      value('Target', 'target'),
      value('Cadence', 'cadence'),
      value('Source', 'source', 16),
      value('Rewarded', 'rewarded'),
    ],
  },
  {
    name: 'People',
    collection: 'people',
    columns: [value('Person', 'name', 24), value('Role', 'role', 24), ref('Department', 'department', 'lane')],
  },
  {
    name: 'Personas',
    collection: 'personas',
    columns: [
      value('Persona', 'name', 24),
      words('Goals', 'goals'),
      value('Share, %', 'share'),
      value('Profitability', 'profitability', 14),
      value('Cost to serve', 'costToServe', 14),
    ],
  },
  {
    name: 'Initiatives',
    collection: 'initiatives',
    columns: [
      words('Initiative', 'title'),
      words('Description', 'description'),
      ref('Owner', 'owner', 'person'),
      day('Due', 'due'),
      value('Impact', 'impact'),
      value('Effort', 'effort'),
      value('Expected value', 'expectedValue', 15),
      value('Status', 'status'),
      ref('Audience', 'audience', 'persona'),
      value('Channel', 'channel', 16),
      words('Message', 'message'),
      words('Test design', 'testDesign'),
      value('Response metric', 'responseMetric', 18),
      words('Result', 'result'),
      { kind: 'list', head: 'Answers gaps', field: 'gaps', width: 24 },
    ],
  },
];

/** Sheets beside those: what belongs to an item several times, and the map as a whole. */
export const MAP_SHEET = 'Map';
export const EMOTIONS_SHEET = 'Emotions';
export const VALUES_SHEET = 'Metric values';
export const GAPS_SHEET = 'Gaps';

/** Fields of an item that stand on a sheet of their own. */
export const ON_OWN_SHEETS: Readonly<Partial<Record<Collection, readonly string[]>>> = {
  steps: ['emotions', 'evidence'],
  metrics: ['values'],
  gapStates: ['answer'],
};
