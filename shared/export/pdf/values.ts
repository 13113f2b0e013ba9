import { cleanText } from '../../text/cleanText.ts';

/** A PDF value as it stands in the file: printable ASCII only. */
export type PdfValue = string;

/** A reference to an indirect object. */
export const ref = (id: number): PdfValue => `${id} 0 R`;

/** At most two decimals: a hundredth of a point is finer than any printer, and every digit costs space. */
export function num(value: number): PdfValue {
  if (!Number.isFinite(value)) throw new Error(`Not a number a PDF can hold: ${value}`);
  // Adding 0 turns -0 into 0. Rounded like this, a number never needs an exponent, which PDF does not know.
  return String(Math.round(value * 100) / 100 + 0);
}

/** A name such as `/Type`. Throws for what is not plain ASCII letters, digits, plus, minus, underscore or dot. */
export function name(value: string): PdfValue {
  if (!/^[\w.+-]+$/.test(value)) throw new Error(`Not a plain PDF name: ${value}`);
  return `/${value}`;
}

/** Text for people: titles, labels, names. Characters no text can hold are left out. */
export function text(value: string): PdfValue {
  const clean = cleanText(value);
  return /^[\x20-\x7e]*$/.test(clean) ? ascii(clean) : `<feff${utf16Hex(clean)}>`;
}

/** A string of bytes; only the low byte of each character is written. */
export const ascii = (value: string): PdfValue =>
  `(${value.replace(/[()\\]|[^\x20-\x7e]/g, (character) =>
    /[()\\]/.test(character) ? `\\${character}` : `\\${(character.charCodeAt(0) & 0xff).toString(8).padStart(3, '0')}`,
  )})`;

/** A list of values. */
export const array = (values: readonly PdfValue[]): PdfValue => `[${values.join(' ')}]`;

/** A dictionary; entries that are undefined are left out. */
export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfValue {
  const body = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${name(key)} ${value}`],
  );
  return `<<${body.join(' ')}>>`;
}

/** UTF-16 as hex digits, big end first. */
export function utf16Hex(value: string): string {
  let digits = '';
  for (let i = 0; i < value.length; i++) digits += hex(value.charCodeAt(i), 4);
  return digits;
}

/** A number in hexadecimal digits, with zeros before it. */
export const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The bytes of a string of characters below 256. */
export function latin1(value: string): Uint8Array {
  const bytes = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) bytes[i] = value.charCodeAt(i);
  return bytes;
}

/** UTF-8, written by hand: shared code has no TextEncoder. Lone surrogates must be gone before. */
export function utf8(value: string): Uint8Array {
  return latin1(unescapePercent(encodeURIComponent(value)));
}

const unescapePercent = (value: string) =>
  value.replace(/%([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
