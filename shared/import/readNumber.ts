import { readAmount } from './cells.ts';

/** A number as a spreadsheet shows it: "71%", "-3,5", "1,200.50", "£12", "7.5 min", "12k"; null for all else. */
export function readNumber(cell: string): number | null {
  const match = /^([+-]?)\s*(.*?\d[\d.,]*)\s*([km])?(\s*[%\p{L}/ ]{0,12})$/iu.exec(cell.trim().replace(/\u2212/g, '-'));
  const amount = match ? readAmount(match[2] ?? '') : null;
  if (!match || amount === null) return null;
  const unit = match[3]?.toLowerCase();
  const factor = (match[4] ?? '').trim() !== '' ? 1 : unit === 'k' ? 1e3 : unit === 'm' ? 1e6 : 1;
  return (match[1] === '-' ? -1 : 1) * amount * factor + 0;
}
