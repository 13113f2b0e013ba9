import type { ItemKind } from '../../model/fields.ts';
import { type Collection, fieldTable } from '../../model/records.ts';
import { readFlag } from '../cells.ts';
import { short } from '../row.ts';
import type { WarningList } from '../warnings.ts';
import { splitList } from './listText.ts';
import type { WorkbookCell } from './readWorkbook.ts';
import { type ColumnForm, idHead, type SheetForm } from './sheetForms.ts';
import { fits, type Names, type SheetRow } from './sheetTable.ts';

/** Reads a cell into the field it belongs to; what it names and nobody bears is left out with a warning. */
export function readColumn(
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
      const shown = splitList(row.text(head));
      const written = ids.flatMap((id) => names.nameOf(column.to, id) || []);
      values[field] =
        shown.join('\n') === written.join('\n')
          ? ids
          : shown.flatMap((name) => {
              const id = names.idOf(column.to, name);
              if (id === undefined) unknown(name);
              return id ?? [];
            });
      break;
    }
    case 'ref': {
      const item = referred(row, column, names, unknown);
      if (column.part === undefined) values[field] = item?.id ?? null;
      else if (column.to === 'measured') values[field] = item;
      else values[field] = placeWith(values[field], column.part, item?.id);
      break;
    }
    default:
      column satisfies never;
  }
}

/** A place has two columns, the lane's behind the step's; it is one only with both. */
function placeWith(before: unknown, part: 'step' | 'lane' | 'id', id: string | undefined): unknown {
  const place: { step?: string; lane?: string } = { ...(typeof before === 'object' ? before : null), [part]: id };
  const half = place.step === undefined || place.lane === undefined;
  return part === 'lane' && half ? null : place;
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
  if (fits(names, kind, id, name)) return { kind, id };
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
