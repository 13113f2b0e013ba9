import { generateNKeysBetween } from 'fractional-indexing';
import { EVERYONE } from '../../model/emotion.ts';
import { isId } from '../../model/ids.ts';
import { type Collection, EVIDENCE, fieldTable } from '../../model/records.ts';
import { foldTitle } from '../cells.ts';
import type { RawContent, RawItem } from '../content.ts';
import type { WarningList } from '../warnings.ts';
import { splitList } from './listText.ts';
import { readColumn } from './readColumn.ts';
import type { WorkbookSheet } from './readWorkbook.ts';
import { EMOTIONS_SHEET, GAPS_SHEET, ID, MAP_SHEET, ORDER, sheetForms, VALUES_SHEET } from './sheetForms.ts';
import { linked, moreIn, type Names, namesIn, type SheetRow, type SheetTable, tableOf } from './sheetTable.ts';

/** What the workbook says it is; null for anybody else's. */
export function versionOfMapWorkbook(sheets: readonly WorkbookSheet[]): unknown {
  const rows = sheets.find(({ name }) => name === MAP_SHEET)?.rows ?? [];
  const cellValue = (field: string) => rows.find(([head]) => head === field)?.[1];
  return cellValue('format') === 'throughline-map' ? (cellValue('version') ?? 0) : null;
}

/**
 * A map's own workbook, read back. Where somebody changed a name beside an id the name counts, because that is what
 * people see; rows that were added get ids of their own.
 */
export function readMapSheets(
  sheets: readonly WorkbookSheet[],
  newId: () => string,
  warnings: WarningList,
): RawContent {
  const tables = sheetForms.map((form) => tableOf(sheets, form.name, form, newId));
  const names = namesIn(tables);
  const items = new Map<Collection, RawItem[]>();
  for (const { form, rows, has } of tables) {
    if (form === null) continue;
    const read = rows.map((row): RawItem => {
      const values: Record<string, unknown> = moreIn(row);
      for (const column of form.columns) if (has(column.head)) readColumn(form, column, row, names, values, warnings);
      return { id: row.id, row: row.number, values };
    });
    items.set(form.collection, withOrder(form.collection, rows, read));
  }
  readEmotions(tableOf(sheets, EMOTIONS_SHEET, null, newId), items, names, warnings);
  readMetricValues(tableOf(sheets, VALUES_SHEET, null, newId), items, names, warnings);
  items.set('gapStates', readAnswers(tableOf(sheets, GAPS_SHEET, null, newId), names));
  const meta = Object.fromEntries(
    (sheets.find(({ name }) => name === MAP_SHEET)?.rows ?? []).map(([field = '', value = '']) => [
      field,
      String(value),
    ]),
  );
  return { meta, items };
}

/** The order keys of the file where all rows have one; rows that were added, or moved about, get new ones as they stand. */
function withOrder(collection: Collection, rows: readonly SheetRow[], items: readonly RawItem[]): RawItem[] {
  const order = fieldTable(collection).order;
  if (order === undefined) return [...items];
  const stored = rows.map((row) => row.text(ORDER));
  const complete = stored.every((key) => key !== '' && order.schema.safeParse(key).success);
  const keys = complete ? stored : generateNKeysBetween(null, null, rows.length);
  return items.map((item, index) => ({ ...item, values: { ...item.values, order: keys[index] } }));
}

function readEmotions(table: SheetTable, items: Map<Collection, RawItem[]>, names: Names, warnings: WarningList): void {
  const emotions = new Map<string, { persona: string; value: number }[]>();
  const evidence = new Map<string, { persona: string; kinds: readonly string[] }[]>();
  for (const row of table.rows) {
    const step = linked(row, 'Step', 'step', names);
    const who = row.text('Persona').trim();
    const everyone = foldTitle(who) === EVERYONE;
    const persona = everyone ? EVERYONE : linked(row, 'Persona', 'persona', names);
    if (step === null || persona === null) {
      warnings.add(
        row.number,
        row.sheet,
        who,
        'The step or the persona of this row is not in this workbook. It was left out.',
      );
      continue;
    }
    const value = row.cell('Emotion');
    if (value !== '') push(emotions, step, { persona, value: Number(value) });
    const kinds = splitList(row.text('Evidence')).filter((kind) => EVIDENCE.some((one) => one === kind));
    if (kinds.length > 0 || row.cell('Has evidence') === true) push(evidence, step, { persona, kinds });
  }
  amend(items, 'steps', (id) => ({ emotions: emotions.get(id) ?? [], evidence: evidence.get(id) ?? [] }));
}

function readMetricValues(
  table: SheetTable,
  items: Map<Collection, RawItem[]>,
  names: Names,
  warnings: WarningList,
): void {
  const values = new Map<string, { date: string; value: number }[]>();
  for (const row of table.rows) {
    const metric = linked(row, 'Metric', 'metric', names);
    const value = row.cell('Value');
    if (metric === null || value === '') {
      warnings.add(
        row.number,
        row.sheet,
        row.text('Metric'),
        'This row has no value, or its metric is not in this workbook. It was left out.',
      );
      continue;
    }
    push(values, metric, { date: row.text('Day'), value: Number(value) });
  }
  amend(items, 'metrics', (id) => ({ values: values.get(id) ?? [] }));
}

function amend(items: Map<Collection, RawItem[]>, collection: Collection, more: (id: string) => object): void {
  const read = items.get(collection) ?? [];
  items.set(
    collection,
    read.map((item) => ({ ...item, values: { ...item.values, ...more(String(item.id)) } })),
  );
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Answers to gaps: assigned to whom, or dismissed for which reason. */
function readAnswers({ rows }: SheetTable, names: Names): RawItem[] {
  return rows.flatMap((row): RawItem[] => {
    const status = row.text('Status').trim().toLowerCase();
    if (!isId(row.text(ID))) return [];
    const more = moreIn(row);
    const item = (answer: unknown): RawItem[] => [{ id: row.id, row: row.number, values: { ...more, answer } }];
    if (status === 'dismissed') return item({ status, reason: row.text('Reason') });
    const to = linked(row, 'Assigned to', 'person', names);
    if (status === 'assigned' && to !== null) return item({ status, to, due: row.text('Due') || null });
    return Object.keys(more).length === 0 ? [] : item({ status: 'open' });
  });
}
