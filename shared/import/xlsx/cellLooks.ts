import { dayOfSerial } from './days.ts';
import { attribute, xmlPieces } from './xmlTags.ts';

/** How a number is shown where that changes what it says: 46340 is a day, 0.5 noon, 0.62 sixty-two percent. */
export type NumberLook = 'day' | 'time' | 'percent';

/** By the number of the cell's style. */
export function numberLooks(xml: string): ReadonlyMap<number, NumberLook> {
  const custom = new Map<number, NumberLook | null>();
  const looks = new Map<number, NumberLook>();
  let [inCells, index] = [false, 0];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open' && !piece.closed;
    if (piece.kind !== 'open') continue;
    if (piece.name === 'numFmt') {
      const code = attribute(piece.attributes, 'formatCode').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
      custom.set(Number(attribute(piece.attributes, 'numFmtId')), lookOfCode(code));
    } else if (piece.name === 'xf' && inCells) {
      const format = Number(attribute(piece.attributes, 'numFmtId'));
      const look = custom.has(format) ? custom.get(format) : builtIn(format);
      if (look) looks.set(index, look);
      index++;
    }
  }
  return looks;
}

function lookOfCode(code: string): NumberLook | null {
  if (/[dy]|mmm/i.test(code)) return 'day';
  if (/h/i.test(code) || /m+:s/i.test(code)) return 'time';
  return code.includes('%') ? 'percent' : null;
}

function builtIn(format: number): NumberLook | null {
  if ((format >= 14 && format <= 17) || format === 22) return 'day';
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return 'time';
  return format === 9 || format === 10 ? 'percent' : null;
}

/** A cell's number as it says what it says; `from1904`: the workbook counts its days from there. */
export function shownNumber(value: number, look: NumberLook | undefined, from1904: boolean): number | string {
  // Fifteen digits are what spreadsheets keep: 0.1 + 0.2 is 0.3 there.
  const exact = (number: number) => Number(number.toPrecision(15));
  switch (look) {
    case undefined:
      return exact(value);
    case 'day':
      return dayOfSerial(value + (from1904 ? 1462 : 0));
    case 'percent':
      return `${exact(value * 100)}%`;
    case 'time': {
      const minutes = Math.round(value * 24 * 60);
      return value < 0 ? exact(value) : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }
    default:
      return look satisfies never;
  }
}
