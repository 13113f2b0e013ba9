import { cleanText } from '../../text/cleanText.ts';

/** A PDF value as it stands in the file: characters are bytes, and none of them ends a line. */
export type PdfValue = string;

/** A reference to an indirect object. */
export const ref = (id: number): PdfValue => `${id} 0 R`;

/** At most two decimals: a hundredth of a point is finer than any printer, and every digit costs space. */
export function num(value: number): PdfValue {
  if (!Number.isFinite(value)) throw new Error(`Not a number a PDF can hold: ${value}`);
  // From whole numbers, which are written five times as fast, and never with an exponent, which PDF does not know.
  const cents = Math.round(Math.abs(value) * 100);
  const rest = cents % 100;
  const whole = `${value < 0 && cents > 0 ? '-' : ''}${(cents - rest) / 100}`;
  if (rest === 0) return whole;
  return rest % 10 === 0 ? `${whole}.${rest / 10}` : `${whole}.${rest < 10 ? '0' : ''}${rest}`;
}

/** At most one decimal: good enough for places one jumps to or clicks on. */
export const coarse = (value: number): PdfValue => num(Math.round(value * 10) / 10);

/** A name such as `/Type`. Throws for what is not plain ASCII letters, digits, plus, minus, underscore or dot. */
export function name(value: string): PdfValue {
  if (!/^[\w.+-]+$/.test(value)) throw new Error(`Not a plain PDF name: ${value}`);
  return `/${value}`;
}

/** Text for people: titles, labels, names. Characters no text can hold are left out. */
export function text(value: string): PdfValue {
  const clean = cleanText(value);
  const plain = documentEncoded(clean);
  return bytes(plain ?? `\xfe\xff${utf16(clean)}`);
}

/** A string of ASCII; only the low byte of each character is written. */
export const ascii = (value: string): PdfValue =>
  bytes(value).replace(/[^\x20-\x7e]/g, (character) => `\\${octal(character.charCodeAt(0) & 0xff)}`);

const octal = (value: number) => value.toString(8).padStart(3, '0');

/** A string of bytes, one a character. A line end in it would be read as another one. */
export const bytes = (value: string): PdfValue =>
  `(${value
    .replace(/[()\\]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')})`;

/** What PDF's own encoding has between 0x80 and 0xa0; above, it is Latin-1. */
const special = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\0€';

/** A text in PDF's own encoding, or null when it has other characters or would be taken for another encoding. */
function documentEncoded(value: string): string | null {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  let encoded = '';
  for (const character of value) {
    const code = character.charCodeAt(0);
    const place = special.indexOf(character);
    if ((code >= 0x20 && code <= 0x7e) || (code > 0xa0 && code <= 0xff && code !== 0xad)) encoded += character;
    else if (code > 0xff && place >= 0) encoded += String.fromCharCode(0x80 + place);
    else return null;
  }
  return /^(?:\xfe\xff|\xff\xfe|\xef\xbb\xbf)/.test(encoded) ? null : encoded;
}

/** A list of values. */
export const array = (values: readonly PdfValue[]): PdfValue => `[${values.join(' ')}]`;

/** A dictionary; entries that are undefined are left out. */
export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfValue {
  const body = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${name(key)} ${value}`],
  );
  return `<<${body.join(' ')}>>`;
}

/** UTF-16 as bytes, big end first. */
function utf16(value: string): string {
  let units = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    units += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return units;
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
