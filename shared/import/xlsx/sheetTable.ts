import { collectionOf } from '../../model/collections.ts';
import type { ItemKind } from '../../model/fields.ts';
import { isId } from '../../model/ids.ts';
import { foldTitle } from '../cells.ts';
import type { WorkbookCell, WorkbookSheet } from './readWorkbook.ts';
import { ID, idHead, MORE, type SheetForm } from './sheetForms.ts';

/** One sheet of a map's workbook, with the form it was written by, if it holds a collection. */
export interface SheetTable {
  readonly form: SheetForm | null;
  readonly rows: readonly SheetRow[];
  has(head: string): boolean;
}

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly id: string;
  readonly sheet: string;
  cell(head: string): WorkbookCell;
  text(head: string): string;
}

/** The rows of a sheet by their heads; of a sheet that is not there, none. */
export function tableOf(
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
export interface Names {
  nameOf(kind: ItemKind, id: string): string | undefined;
  idOf(kind: ItemKind, name: string): string | undefined;
}

export function namesIn(tables: readonly SheetTable[]): Names {
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

/** The id beside a name while it fits, else the id of that name. */
export function linked(row: SheetRow, head: string, kind: ItemKind, names: Names): string | null {
  const id = row.text(idHead(head));
  const name = row.text(head);
  return fits(names, kind, id, name) ? id : (names.idOf(kind, name) ?? null);
}

/** Whether an id still stands for the name beside it: what people see counts. */
export function fits(names: Names, kind: ItemKind, id: string, name: string): boolean {
  const known = names.nameOf(kind, id);
  return isId(id) && (known === name || (known === undefined && name === ''));
}

/** What has no column of its own. */
export function moreIn(row: SheetRow): Record<string, unknown> {
  try {
    const more: unknown = JSON.parse(row.text(MORE) || '{}');
    return typeof more === 'object' && more !== null ? { ...more } : {};
  } catch {
    return {};
  }
}
