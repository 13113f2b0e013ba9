/**
 * Spreadsheets compute cells that begin like a formula, whoever wrote them. In a CSV file an apostrophe in front keeps
 * them text; what an apostrophe of ours stands before can be read back exactly, as it takes apostrophes into account.
 */
const formula = /^'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** A number computes to itself, so it may stay one. */
const number = /^[+-]?\d+([.,]\d+)?$/;

/** Whether a spreadsheet might compute this text. */
export const looksLikeFormula = (text: string): boolean => formula.test(text) && !number.test(text);

/** The text as a cell that no spreadsheet computes. */
export const guardFormula = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** The text that was guarded. Other texts stay as they are, those that begin with an apostrophe of their own included. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
