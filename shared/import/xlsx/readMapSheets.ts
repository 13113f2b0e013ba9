import { generateNKeysBetween } from 'fractional-indexing';
import { EVERYONE } from '../../model/emotion.ts';
import type { ItemKind } from '../../model/fields.ts';
import { isId } from '../../model/ids.ts';
import { type Collection, collectionOf, EVIDENCE, fieldTable } from '../../model/records.ts';
import { foldTitle, readFlag } from '../cells.ts';
import { isKnownVersion, type RawContent, type RawItem } from '../content.ts';
import { short } from '../row.ts';
import type { WarningList } from '../warnings.ts';
import { splitList } from './listText.ts';
import type { WorkbookCell, WorkbookSheet } from './readWorkbook.ts';
import {
  type ColumnForm,
  EMOTIONS_SHEET,
  GAPS_SHEET,
  ID,
  idHead,
  MAP_SHEET,
  MORE,
  ORDER,
  type SheetForm,
  sheetForms,
  VALUES_SHEET,
} from './sheetForms.ts';

/** What the workbook says it is; null for anybody else's. */
export function versionOfMapWorkbook(sheets: readonly WorkbookSheet[]): unknown {
  const rows = sheets.find(({ name }) => name === MAP_SHEET)?.rows ?? [];
  const cellValue = (field: string) => rows.find(([head]) => head === field)?.[1];
  return cellValue('format') === 'throughline-map' ? (cellValue('version') ?? 0) : null;
}

export { isKnownVersion };

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

interface SheetTable {
  readonly form: SheetForm | null;
  readonly rows: readonly SheetRow[];
  has(head: string): boolean;
}

interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly id: string;
  readonly sheet: string;
  cell(head: string): WorkbookCell;
  text(head: string): string;
}

function tableOf(
  sheets: readonly WorkbookSheet[],
  name: string,
  form: SheetForm | null,
  newId: () => string,
): SheetTable {
  const [heads = [], ...body] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const places = new Map<string, number>(heads.map((head, index) => [String(head), index]));
  const seen = new Set<string>();
  const rows = body.flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => cell === '')) return [];
    const cell = (head: string) => cells[places.get(head) ?? -1] ?? '';
    const given = String(cell(ID));
    // A row that was copied brings its id along; the first one keeps it.
    const id = isId(given) && !seen.has(given) ? given : newId();
    seen.add(id);
    return [{ number: index + 2, id, sheet: name, cell, text: (head) => String(cell(head)) }];
  });
  return { form, rows, has: (head) => places.has(head) };
}

/** Names by id and ids by name, of every kind of item in the workbook. */
interface Names {
  nameOf(kind: ItemKind, id: string): string | undefined;
  idOf(kind: ItemKind, name: string): string | undefined;
}

function namesIn(tables: readonly SheetTable[]): Names {
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { form, rows } of tables) {
    const head = form?.columns.find(({ field }) => field === 'title' || field === 'name')?.head;
    if (form === null || head === undefined) continue;
    for (const row of rows) {
      const name = row.text(head);
      byId.set(`${form.collection} ${row.id}`, name);
      const key = `${form.collection} ${foldTitle(name)}`;
      if (!byName.has(key)) byName.set(key, row.id);
    }
  }
  return {
    nameOf: (kind, id) => byId.get(`${collectionOf(kind)} ${id}`),
    idOf: (kind, name) => byName.get(`${collectionOf(kind)} ${foldTitle(name)}`),
  };
}

function readColumn(
  { collection }: SheetForm,
  column: ColumnForm,
  row: SheetRow,
  names: Names,
  values: Record<string, unknown>,
  warnings: WarningList,
): void {
  const { head, field } = column;
  const unknown = (name: string) =>
    warnings.add(
      row.number,
      `${row.sheet}: ${head}`,
      name,
      `Nothing in this workbook is called “${short(name)}”. It was left out.`,
    );
  switch (column.kind) {
    case 'value':
      values[field] = plainValue(collection, field, row.cell(head));
      break;
    case 'day':
      values[field] = row.text(head) || null;
      break;
    case 'list':
      values[field] = splitList(row.text(head));
      break;
    case 'refs': {
      const ids = splitList(row.text(idHead(head)));
      const shown = row.text(head);
      const same =
        splitList(shown).join('\n') ===
        ids
          .map((id) => names.nameOf(column.to, id) ?? '')
          .filter(Boolean)
          .join('\n');
      values[field] = same
        ? ids
        : splitList(shown).flatMap((name) => {
            const id = names.idOf(column.to, name);
            if (id === undefined) unknown(name);
            return id ?? [];
          });
      break;
    }
    case 'ref': {
      const id = referred(row, column, names, unknown);
      if (column.part === undefined) values[field] = id?.id ?? null;
      else if (column.to === 'measured') values[field] = id;
      else {
        // A place has two columns; it is one only with both.
        const before = values[field];
        const place: Record<string, unknown> = typeof before === 'object' && before !== null ? { ...before } : {};
        place[column.part] = id?.id;
        values[field] =
          column.part === 'lane' ? (place.step === undefined || place.lane === undefined ? null : place) : place;
      }
      break;
    }
    default:
      column satisfies never;
  }
}

/** The item a cell names: by the id beside it while the name still fits, else by the name. */
function referred(
  row: SheetRow,
  column: Extract<ColumnForm, { kind: 'ref' }>,
  names: Names,
  unknown: (name: string) => void,
): { readonly kind: ItemKind; readonly id: string } | null {
  const stored = row.text(idHead(column.head));
  const [, kindOf = '', idPart = ''] = /^(stage|step|touchpoint):(.*)$/s.exec(stored) ?? [];
  const kinds: readonly ItemKind[] = column.to === 'measured' ? ['stage', 'step', 'touchpoint'] : [column.to];
  const kind = kinds.find((one) => one === kindOf) ?? kinds[0] ?? 'step';
  const id = column.to === 'measured' ? idPart : stored;
  const name = row.text(column.head);
  const known = id === '' ? undefined : names.nameOf(kind, id);
  if (isId(id) && (known === name || (known === undefined && name === ''))) return { kind, id };
  if (name === '') return null;
  for (const one of kinds) {
    const found = names.idOf(one, name);
    if (found !== undefined) return { kind: one, id: found };
  }
  unknown(name);
  return null;
}

/** A cell as its field wants it: spreadsheets turn texts into numbers and ticks into words. */
function plainValue(collection: Collection, field: string, cell: WorkbookCell): unknown {
  const { schema, fallback, storage } = fieldTable(collection)[field] ?? {};
  if (storage?.kind === 'text' || typeof fallback === 'string') {
    const text = String(cell);
    const word = text.trim().toLowerCase();
    if (storage?.kind === 'text' || (text === '' && fallback === '')) return text;
    return text === '' ? fallback : schema?.safeParse(text).success ? text : word;
  }
  if (cell === '') return fallback;
  if (typeof fallback === 'boolean') return typeof cell === 'boolean' ? cell : (readFlag(String(cell)) ?? cell);
  if (schema?.safeParse(cell).success) return cell;
  const number = typeof cell === 'string' ? Number(cell.replace(',', '.')) : Number.NaN;
  return Number.isNaN(number) ? String(cell).trim().toLowerCase() : number;
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

/** The id beside a name while it fits, else the id of that name. */
function linked(row: SheetRow, head: string, kind: ItemKind, names: Names): string | null {
  const id = row.text(idHead(head));
  const name = row.text(head);
  const known = names.nameOf(kind, id);
  if (isId(id) && (known === name || (known === undefined && name === ''))) return id;
  return names.idOf(kind, name) ?? null;
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

/** What has no column of its own. */
function moreIn(row: SheetRow): Record<string, unknown> {
  try {
    const more: unknown = JSON.parse(row.text(MORE) || '{}');
    return typeof more === 'object' && more !== null ? { ...more } : {};
  } catch {
    return {};
  }
}
