import { looksLikeFormula } from '../../import/formulas.ts';
import { serialOfDay } from '../../import/xlsx/days.ts';
import { escapeXml, xmlHead } from '../xml.ts';
import { type PackedFile, zip } from '../zip.ts';

/** A typed cell: what is a number for people is one for the spreadsheet, and nothing is ever a formula. */
export type Cell = string | number | boolean | null | { readonly day: string };

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** Ids and order keys: needed to read the file back, of no use to people. */
  readonly hidden?: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a spreadsheet shows of one cell. */
const CELL_LIMIT = 32_767;

/** Writes sheets as an Excel workbook: a heading that stays, filters, typed cells. The same sheets give the same bytes. */
export function workbook(sheets: readonly Sheet[], { title, date }: { title: string; date: string }): Uint8Array {
  const files: PackedFile[] = [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(title, date)],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets)],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index): PackedFile => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0)]),
  ];
  return zip(files);
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

/** Places in the list of `styles`. */
const style = { text: 0, head: 1, day: 2, formulaLike: 3, flag: 4 } as const;

/** Printed, all columns stand on one page, and the heading on each. */
const pageSetup = '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function sheetXml({ columns, rows }: Sheet, isFirst: boolean): string {
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`;
  const widths = columns.map(
    ({ width, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  const body = rows.map((row, index) => rowXml(row, index + 2));
  return `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${rowXml(
    columns.map(({ head }) => head),
    1,
  )}${body.join('')}</sheetData><autoFilter ref="A1:${last}"/>${pageSetup}</worksheet>`;
}

function rowXml(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${row}`, row === 1)).join('');
  return `<row r="${row}">${written}</row>`;
}

function cellXml(cell: Cell, at: string, isHead: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean') return `<c r="${at}" s="${style.flag}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') {
    const serial = serialOfDay(cell.day);
    return serial === null ? cellXml(cell.day, at, isHead) : `<c r="${at}" s="${style.day}"><v>${serial}</v></c>`;
  }
  const look = isHead ? style.head : looksLikeFormula(cell) ? style.formulaLike : style.text;
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

/** Characters that XML cannot hold have a notation of their own, which is itself written with it where people typed it. */
const cellText = (text: string): string =>
  escapeCell(text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT) : text).replace(
    /[&<>]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign,
  );

const escapeCell = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be written in another way
const unwritable = /[\0-\x08\x0b-\x1f\ufffe\uffff]/g;

/** A, B, ... Z, AA, AB, ... */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.map(({ name, columns, rows }, index) => {
    const range = `${escapeXml(quotedSheet(name))}!$A$1:$${columnName(columns.length - 1)}$${rows.length + 1}`;
    const heading = `${escapeXml(quotedSheet(name))}!$1:$1`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${heading}</definedName>`;
  });
  return `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function workbookRelations(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const looks = `<Relationship Id="rId${sheets.length + 1}" Type="${officeRelations}/styles" Target="styles.xml"/>`;
  return `${xmlHead}<Relationships xmlns="${packaging}/relationships">${list.join('')}${looks}</Relationships>`;
}

const packageRelations = `${xmlHead}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function contentTypes(sheets: readonly Sheet[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${parts.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

/** Who made a document, when, and what it is called. */
export function coreProperties(title: string, date: string): string {
  const time = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Throughline</dc:creator>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}

const styles = `${xmlHead}<styleSheet xmlns="${spreadsheet}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="&quot;yes&quot;;&quot;yes&quot;;&quot;no&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF0F766E"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE2F3F0"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
