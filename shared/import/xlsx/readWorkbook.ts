import { strFromU8 } from 'fflate';
import { columnLetters } from '../columnLetters.ts';
import { unzip } from '../zipFile.ts';
import { type NumberLook, numberLooks, shownNumber } from './cellLooks.ts';
import { attribute, StrangeXml, xmlPieces } from './xmlTags.ts';

export type WorkbookCell = string | number | boolean;

export interface WorkbookSheet {
  readonly name: string;
  /** Rows as the sheet numbers them, the first at 0; empty cells are ''. */
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Whoever made the workbook keeps it out of sight. */
  readonly hidden?: true;
  /** Cells that are one over several rows. */
  readonly merges: readonly CellRange[];
  /** Formulas that nobody has computed yet, or that came to an error. */
  readonly uncomputed: readonly { readonly row: number; readonly column: string }[];
}

/** Counted from 0; the last row belongs to it. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

export type ReadWorkbook =
  | { readonly status: 'read'; readonly sheets: readonly WorkbookSheet[] }
  | { readonly status: 'refused'; readonly reason: string };

/** As far as anybody's journey goes. */
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 500;
const MOST_CELLS = 1_000_000;
/** Cells with the empty ones at their left, which take room as well. */
const MOST_PLACES = 5_000_000;
const MOST_MERGES = 5_000;
const MOST_TROUBLES = 500;

const isPart = (path: string) =>
  /^(xl\/)?(_rels\/)?[^/]+\.(xml|rels)$|^xl\/worksheets\/[^/]+\.xml$|^_rels\//i.test(path);

/** Reads an Excel workbook: the values of its cells, days as `2026-11-14`. Formulas give the value last computed. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const unpacked = unzip(bytes, isPart);
  if (unpacked.status === 'refused') return unpacked;
  try {
    const sheets = sheetsOf(unpacked.files);
    return sheets === null ? { status: 'refused', reason: noWorkbook(unpacked.files) } : { status: 'read', sheets };
  } catch (error) {
    if (error instanceof TooLarge) return { status: 'refused', reason: tooLarge };
    if (error instanceof StrangeXml) return { status: 'refused', reason: strange };
    throw error;
  }
}

class TooLarge extends Error {}

const tooLarge = `This workbook has more rows or columns than a journey can have. At most ${MOST_ROWS} rows are read.`;
const strange = 'This workbook declares things of its own that no spreadsheet writes, so it was not opened.';

const noWorkbook = (files: ReadonlyMap<string, Uint8Array>): string =>
  files.has('content.xml') || files.has('META-INF/manifest.xml')
    ? 'This is an OpenDocument file. Save the table as an Excel workbook or as CSV and import that.'
    : 'This is a zip archive, but no Excel workbook.';

type Files = ReadonlyMap<string, Uint8Array>;

function sheetsOf(files: Files): WorkbookSheet[] | null {
  const xml = (path: string) => {
    const bytes = files.get(path);
    return bytes === undefined ? null : strFromU8(bytes);
  };
  const workbook = xml('xl/workbook.xml');
  if (workbook === null) return null;
  const targets = new Map<string, string>();
  for (const piece of xmlPieces(xml('xl/_rels/workbook.xml.rels') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    targets.set(attribute(piece.attributes, 'Id'), attribute(piece.attributes, 'Target'));
  }
  const strings = sharedStrings(xml('xl/sharedStrings.xml') ?? '');
  const looks = numberLooks(xml('xl/styles.xml') ?? '');
  const sheets: WorkbookSheet[] = [];
  let [cells, places] = [MOST_CELLS, MOST_PLACES];
  let from1904 = false;
  for (const piece of xmlPieces(workbook)) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(piece.attributes, 'date1904'));
    if (piece.name !== 'sheet') continue;
    const target = targets.get(attribute(piece.attributes, 'id')) ?? '';
    const sheet = xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (sheet === null) continue;
    const read = readSheet(sheet, { strings, looks, from1904 }, (taken) => {
      cells--;
      places -= taken;
      if (cells < 0 || places < 0) throw new TooLarge();
    });
    const isHidden = /hidden$/i.test(attribute(piece.attributes, 'state'));
    sheets.push({ name: attribute(piece.attributes, 'name'), ...read, ...(isHidden ? { hidden: true } : {}) });
  }
  return sheets;
}

/** Texts that cells refer to by number. Those of phonetic guides are no part of them. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let [isText, isGuide] = [false, false];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isGuide) text += piece.text;
    } else if (piece.name === 't') isText = piece.kind === 'open' && !piece.closed;
    else if (piece.name === 'rPh') isGuide = piece.kind === 'open' && !piece.closed;
    else if (piece.name === 'si') {
      if (piece.kind === 'close' || piece.closed) strings.push(decoded(text));
      text = '';
    }
  }
  return strings;
}

/** What cells refer to. */
interface Common {
  readonly strings: readonly string[];
  readonly looks: ReadonlyMap<number, NumberLook>;
  readonly from1904: boolean;
}

function readSheet(
  xml: string,
  common: Common,
  spend: (places: number) => void,
): Pick<WorkbookSheet, 'rows' | 'merges' | 'uncomputed'> {
  const rows: WorkbookCell[][] = [];
  const merges: CellRange[] = [];
  const uncomputed: { row: number; column: string }[] = [];
  let row = -1;
  let column = -1;
  let type = '';
  let look = 0;
  let text = '';
  let reading = false;
  let isGuide = false;
  let isFormula = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (reading && !isGuide) text += piece.text;
      continue;
    }
    const { name } = piece;
    const opens = piece.kind === 'open';
    if (name === 'row' && opens) {
      row = Number(attribute(piece.attributes, 'r') || row + 2) - 1;
      column = -1;
      if (!(row < MOST_ROWS)) throw new TooLarge();
    } else if (name === 'c' && opens) {
      const at = attribute(piece.attributes, 'r');
      column = at === '' ? column + 1 : columnIndex(at);
      if (column >= MOST_COLUMNS) throw new TooLarge();
      type = attribute(piece.attributes, 't');
      look = Number(attribute(piece.attributes, 's') || 0);
      text = '';
      isFormula = false;
    } else if (name === 'v' || name === 't') reading = opens && !piece.closed;
    else if (name === 'rPh') isGuide = opens && !piece.closed;
    else if (name === 'f' && opens) isFormula = true;
    else if (name === 'mergeCell' && opens && merges.length < MOST_MERGES) {
      const range = rangeOf(attribute(piece.attributes, 'ref'));
      if (range !== null && range.bottom > range.top) merges.push(range);
    }
    if (name !== 'c' || (opens && !piece.closed)) continue;
    const isError = type === 'e' || (isFormula && type !== 'str' && text.trim() === '');
    if (isError && row >= 0 && uncomputed.length < MOST_TROUBLES)
      uncomputed.push({ row, column: columnLetters(column) });
    const value = cellValue(type, text, look, common);
    if (value === '' || row < 0) continue;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    spend(Math.max(1, column + 1 - cells.length));
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }
  return { rows, merges, uncomputed };
}

function cellValue(type: string, text: string, look: number, { strings, looks, from1904 }: Common): WorkbookCell {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return decoded(text);
    case 'b':
      return text.trim() === '1';
    case 'e':
      return '';
    case 'd':
      return text.slice(0, 10);
    default: {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(number) ? shownNumber(number, looks.get(look), from1904) : '';
    }
  }
}

/** `A2:C4`. */
function rangeOf(reference: string): CellRange | null {
  const [, left = '', top, bottom] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(reference) ?? [];
  return left === '' ? null : { left: columnIndex(left), top: Number(top) - 1, bottom: Number(bottom) - 1 };
}

/** `_x000D_` is how spreadsheets write what XML cannot hold. */
const decoded = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference.toUpperCase().match(/^[A-Z]+/)?.[0] ?? 'A') {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}
