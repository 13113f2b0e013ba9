import type { Finding } from '../../gaps/findGaps.ts';
import { joinList } from '../../import/xlsx/listText.ts';
import {
  type ColumnForm,
  EMOTIONS_SHEET,
  GAPS_SHEET,
  ID,
  idHead,
  MAP_SHEET,
  MORE,
  ON_OWN_SHEETS,
  ORDER,
  type SheetForm,
  sheetForms,
  VALUES_SHEET,
} from '../../import/xlsx/sheetForms.ts';
import { collectionOf, titleOf } from '../../model/collections.ts';
import { EVERYONE } from '../../model/emotion.ts';
import type { ItemKind } from '../../model/fields.ts';
import { presentMap } from '../../model/presentMap.ts';
import { type Collection, fieldTable, type Meta, metaFields } from '../../model/records.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import type { SaidThread } from '../commentTable.ts';
import { listGaps } from '../numberedGaps.ts';
import { commentSheet } from './commentSheet.ts';
import { type Cell, type Sheet, type SheetColumn, workbook } from './workbook.ts';

export interface XlsxOptions {
  /** When the file says it was made: ISO 8601. */
  readonly date: string;
  /** What was said about the map: a sheet more, which import leaves alone. */
  readonly comments?: readonly SaidThread[];
}

/**
 * The whole map as an Excel workbook, one sheet a kind. Import reads it back to an equal map: what is a name on a sheet
 * has its id in a hidden column beside it.
 */
export function paintXlsx(
  map: MapSnapshot,
  findings: readonly Finding[],
  { date, comments = [] }: XlsxOptions,
): Uint8Array {
  const [stages, steps, lanes, touchpoints, notes, handoffs, metrics, ...more] = sheetForms.map((form) =>
    itemSheet(map, form),
  );
  const sheets = [touchpoints, stages, steps, emotionSheet(map), lanes, notes, handoffs, metrics, valueSheet(map)];
  const said = comments.length > 0 ? [commentSheet(map, comments)] : [];
  const all = [...sheets, ...more, gapSheet(map, findings), ...said, mapSheet(map)].filter(
    (sheet) => sheet !== undefined,
  );
  return workbook(all, { title: map.meta.title, date });
}

function itemSheet(map: MapSnapshot, { name, collection, columns }: SheetForm): Sheet {
  const records = presentMap('', map)[collection] as readonly Row[]; // records of any collection, read field by field
  const isOrdered = records.some((record) => 'order' in record);
  const shown = columns.map(({ head, width }): SheetColumn => ({ head, width }));
  const behind = columns.flatMap((column) =>
    column.kind === 'ref' || column.kind === 'refs' ? [hidden(idHead(column.head))] : [],
  );
  return {
    name,
    columns: [...shown, ...behind, hidden(ID), hidden(MORE), ...(isOrdered ? [hidden(ORDER)] : [])],
    rows: records.map((record) => [
      ...columns.map((column) => shownCell(map, column, record)),
      ...columns.flatMap((column) => idCell(column, record)),
      text(record.id),
      moreOf(collection, record, columns),
      ...(isOrdered ? [text(record.order)] : []),
    ]),
  };
}

/** The fields that no column shows, where they hold anything; '' for most items. */
function moreOf(collection: Collection, record: Row, columns: readonly ColumnForm[]): string {
  const shown = new Set([...columns.map(({ field }) => field), ...(ON_OWN_SHEETS[collection] ?? []), 'id', 'order']);
  const more = Object.entries(fieldTable(collection)).filter(
    ([name, { fallback }]) => !shown.has(name) && JSON.stringify(record[name]) !== JSON.stringify(fallback),
  );
  return more.length === 0 ? '' : JSON.stringify(Object.fromEntries(more.map(([name]) => [name, record[name]])));
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const hidden = (head: string): SheetColumn => ({ head, width: 14, hidden: true });

function shownCell(map: MapSnapshot, column: ColumnForm, record: Row): Cell {
  const value = record[column.field];
  switch (column.kind) {
    case 'value':
      return typeof value === 'number' || typeof value === 'boolean' ? value : text(value);
    case 'day':
      return typeof value === 'string' ? { day: value } : null;
    case 'list':
      return joinList(texts(value));
    case 'ref': {
      const kind = column.to === 'measured' ? partOf(value, 'kind') : column.to;
      return nameOf(map, kind, partOf(value, column.part));
    }
    case 'refs':
      return joinList(texts(value).map((id) => nameOf(map, column.to, id)));
    default:
      return column satisfies never;
  }
}

function idCell(column: ColumnForm, record: Row): Cell[] {
  const value = record[column.field];
  if (column.kind === 'refs') return [joinList(texts(value))];
  if (column.kind !== 'ref') return [];
  const id = partOf(value, column.part);
  return [column.to === 'measured' && id !== '' ? `${partOf(value, 'kind')}:${id}` : id];
}

/** A reference, or the part of a place that is one; '' for none. */
function partOf(value: unknown, part?: string): string {
  if (part === undefined) return text(value);
  return typeof value === 'object' && value !== null ? text(Reflect.get(value, part)) : '';
}

function nameOf(map: MapSnapshot, kind: string, id: string): string {
  // Kinds come from the forms and from what a metric measures.
  const found: Nameable | undefined = id === '' ? undefined : map[collectionOf(kind as ItemKind)].get(id);
  return found === undefined ? '' : titleOf(found);
}

interface Nameable {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
  readonly text?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

function emotionSheet(map: MapSnapshot): Sheet {
  const rows = presentMap('', map).steps.flatMap((step) => {
    const feelers = [...new Set([...step.emotions, ...step.evidence].map(({ persona }) => persona))].sort();
    return feelers.map((persona): Cell[] => [
      step.title,
      persona === EVERYONE ? 'Everyone' : nameOf(map, 'persona', persona),
      step.emotions.find((emotion) => emotion.persona === persona)?.value ?? null,
      joinList(step.evidence.find((evidence) => evidence.persona === persona)?.kinds ?? []),
      // Told apart from none at all: somebody looked, and there was nothing.
      step.evidence.some((evidence) => evidence.persona === persona),
      step.id,
      persona,
    ]);
  });
  return {
    name: EMOTIONS_SHEET,
    columns: [
      { head: 'Step', width: 36 },
      { head: 'Persona', width: 24 },
      { head: 'Emotion', width: 12 },
      { head: 'Evidence', width: 24 },
      hidden('Has evidence'),
      hidden(idHead('Step')),
      hidden(idHead('Persona')),
    ],
    rows,
  };
}

function valueSheet(map: MapSnapshot): Sheet {
  return {
    name: VALUES_SHEET,
    columns: [
      { head: 'Metric', width: 36 },
      { head: 'Day', width: 12 },
      { head: 'Value', width: 12 },
      hidden(idHead('Metric')),
    ],
    rows: map.metrics.list.flatMap(({ id, title, values }) =>
      values.map(({ date, value }): Cell[] => [title, { day: date }, value, id]),
    ),
  };
}

/** Every gap found, with its answer; answers to gaps that are no longer found come last. */
function gapSheet(map: MapSnapshot, findings: readonly Finding[]): Sheet {
  const { numbered, dismissed } = listGaps(map, findings);
  const found = new Set<string>(findings.map(({ id }) => id));
  const more = (id: string) => {
    const state = map.gapStates.get(id);
    return state === undefined ? '' : moreOf('gapStates', { ...state }, []);
  };
  const answerOf = (id: string): Cell[] => {
    const answer = map.gapStates.get(id)?.answer ?? { status: 'open' };
    const person = answer.status === 'assigned' ? answer.to : '';
    const due = answer.status === 'assigned' && answer.due !== null ? { day: answer.due } : null;
    const reason = answer.status === 'dismissed' ? answer.reason : '';
    return [answer.status, nameOf(map, 'person', person), due, reason, id, person, more(id)];
  };
  const rowOf = (gap: Finding, number: number | null): Cell[] => [
    number,
    gap.severity,
    gap.title,
    gap.message,
    gap.departments.map((id) => map.lanes.get(id)?.title ?? '').join('; '),
    gap.moneyAtStake,
    ...answerOf(gap.id),
  ];
  const gone = map.gapStates.list.filter(
    ({ id, answer }) => !found.has(id) && (answer.status !== 'open' || more(id) !== ''),
  );
  return {
    name: GAPS_SHEET,
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Severity', width: 10 },
      { head: 'Gap', width: 30 },
      { head: 'What was found', width: 60 },
      { head: 'Departments', width: 28 },
      { head: 'Money at stake', width: 15 },
      { head: 'Status', width: 12 },
      { head: 'Assigned to', width: 20 },
      { head: 'Due', width: 12 },
      { head: 'Reason', width: 30 },
      hidden(ID),
      hidden(idHead('Assigned to')),
      hidden(MORE),
    ],
    rows: [
      ...numbered.map((gap) => rowOf(gap, gap.number)),
      ...dismissed.map((gap) => rowOf(gap, null)),
      ...gone.map(({ id }): Cell[] => [null, '', 'No longer found', '', '', null, ...answerOf(id)]),
    ],
  };
}

/** The map as a whole; its last rows say what the file is. */
function mapSheet(map: MapSnapshot): Sheet {
  const fields = Object.keys(metaFields) as (keyof Meta)[]; // the keys of the table that Meta is made from
  return {
    name: MAP_SHEET,
    columns: [
      { head: 'Field', width: 16 },
      { head: 'Value', width: 60 },
    ],
    rows: [
      ...fields.map((field): Cell[] => [field, map.meta[field]]),
      ['format', 'throughline-map'],
      ['version', map.schema],
    ],
  };
}
