export type Parsed =
  | { readonly status: 'number'; readonly value: number }
  | { readonly status: 'empty' }
  | { readonly status: 'unfit'; readonly reason: string };

interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/**
 * Reads a number as people write it: "1200", "1,200.50", "1 200", "12k", "£40", "35 %". A single comma before
 * anything but three digits is a decimal comma.
 */
export function parseNumber(text: string, { min, max }: Limits = {}): Parsed {
  const typed = text.trim();
  if (!typed) return { status: 'empty' };
  const bare = typed.replace(/[\p{Sc}%\s'’]/gu, '').replace(/\u2212/g, '-');
  const match = /^([+-]?)([\d.,]*\d[.,]?)([km]?)$/i.exec(bare);
  const digits = match?.[2] === undefined ? null : plainDigits(match[2]);
  if (!match || digits === null)
    return { status: 'unfit', reason: `“${begin(typed)}” is not a number. Write it like 1200 or 12.5.` };
  const factor = FACTORS[match[3]?.toLowerCase() ?? ''] ?? 1;
  const value = Number(`${match[1]}${digits}`) * factor;
  if (min !== undefined && value < min) {
    return { status: 'unfit', reason: min === 0 ? 'This cannot be below zero.' : `This is at least ${min}.` };
  }
  if (max !== undefined && value > max) return { status: 'unfit', reason: `This is at most ${max}.` };
  if (Math.abs(value) > 1e15) return { status: 'unfit', reason: 'This number is too large.' };
  return { status: 'number', value };
}

/** Enough of it to be recognised; whoever pasted a page into the field knows the rest. */
const begin = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Takes out what separates thousands and makes the decimal sign a point; null when the signs do not make sense. */
function plainDigits(digits: string): string | null {
  const commas = digits.split(',').length - 1;
  const points = digits.split('.').length - 1;
  if (commas === 0 && points <= 1) return digits;
  if (points === 0)
    return /^\d{1,3}(,\d{3})+$/.test(digits)
      ? digits.replaceAll(',', '')
      : commas === 1
        ? digits.replace(',', '.')
        : null;
  if (commas === 0) return /^\d{1,3}(\.\d{3})+$/.test(digits) ? digits.replaceAll('.', '') : null;
  // Both: the one that comes last is the decimal sign.
  const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const plain = digits.replaceAll(thousands, '').replace(decimal, '.');
  return /^\d*\.\d*$/.test(plain) ? plain : null;
}
