import { decodeUtf8 } from 'lib0/string';

/** Characters of Windows-1252 at 0x80 to 0x9f; everywhere else it agrees with Unicode. */
const AT_80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * The text of a table file: UTF-8 with or without byte order mark, UTF-16 as Excel's "Unicode text" writes it, and
 * otherwise Windows-1252, which older spreadsheets write without saying so. Never throws.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return joinUnits(bytes, (at) => at);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return joinUnits(bytes, (at) => 1 - at);
  try {
    return decodeUtf8(bytes);
  } catch {
    return inPieces(bytes.length, (index) => {
      const byte = bytes[index] ?? 0;
      return byte >= 0x80 && byte <= 0x9f ? AT_80.charCodeAt(byte - 0x80) : byte;
    });
  }
}

/** UTF-16: `place` tells where in each pair of bytes the low (0) and the high one (1) stand. */
const joinUnits = (bytes: Uint8Array, place: (at: 0 | 1) => number): string =>
  inPieces(bytes.length >> 1, (index) => (bytes[index * 2 + place(0)] ?? 0) + 256 * (bytes[index * 2 + place(1)] ?? 0));

/** Built piece by piece, because a call takes only so many arguments. */
function inPieces(length: number, unitAt: (index: number) => number): string {
  let text = '';
  for (let start = 0; start < length; start += 4096) {
    const size = Math.min(4096, length - start);
    text += String.fromCharCode(...Array.from({ length: size }, (_, offset) => unitAt(start + offset)));
  }
  return text;
}
