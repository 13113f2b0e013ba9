import { visibleCodePoints } from './fonts.ts';

/** Which files of a sliced family have which code points. */
export interface SliceIndex {
  readonly names: readonly string[];
  /** Positions in `names`. */
  readonly byCodePoint: ReadonlyMap<number, readonly number[]>;
}

/** More code points than the largest script has: a range longer than that is a mistake in the index. */
const longestRange = 0x10000;

/**
 * Reads the index of a sliced family: JSON of slice name -> list of ranges as style sheets write them. Slices of letters
 * that other families bring are left out. Throws when it is no such index.
 */
export function readSlices(bytes: Uint8Array): SliceIndex {
  const index: unknown = JSON.parse(asciiText(bytes));
  if (typeof index !== 'object' || index === null) throw new Error('The index of a font is no object');
  const names: string[] = [];
  const byCodePoint = new Map<number, number[]>();
  for (const [key, ranges] of Object.entries(index)) {
    const [, name] = /^\[(\d+)\]$/.exec(key) ?? [];
    if (name === undefined || typeof ranges !== 'string') continue;
    const position = names.push(name) - 1;
    for (const codePoint of codePointsIn(ranges)) {
      const known = byCodePoint.get(codePoint);
      if (known === undefined) byCodePoint.set(codePoint, [position]);
      else known.push(position);
    }
  }
  return { names, byCodePoint };
}

/** `U+4E00-4E02,U+5B57`: an index has tens of thousands of these, so they are read without regular expressions. */
function* codePointsIn(ranges: string): Generator<number> {
  for (const entry of ranges.split(',')) {
    const dash = entry.indexOf('-');
    const start = entry.indexOf('+') + 1;
    const first = Number.parseInt(entry.slice(start, dash === -1 ? undefined : dash), 16);
    const last = dash === -1 ? first : Number.parseInt(entry.slice(dash + 1), 16);
    if (last - first > longestRange) throw new Error(`Not a range of a font: ${entry}`);
    for (let codePoint = first; codePoint <= last; codePoint++) yield codePoint;
  }
}

function asciiText(bytes: Uint8Array): string {
  const chunk = 8192; // as many arguments as every engine takes
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return text;
}

/** The slices that have all of a grapheme. */
export function slicesWith(grapheme: string, { names, byCodePoint }: SliceIndex): string[] {
  const [first, ...others] = visibleCodePoints(grapheme);
  if (first === undefined) return [];
  const having = (byCodePoint.get(first) ?? []).filter((position) =>
    others.every((codePoint) => byCodePoint.get(codePoint)?.includes(position) ?? false),
  );
  return having.map((position) => names[position] ?? '');
}
