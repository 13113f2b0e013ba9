import { type CodePointRange, isWithin, visibleCodePoints } from './fonts.ts';

/** One file of a sliced family. */
export interface FontSlice {
  readonly name: string;
  readonly ranges: readonly CodePointRange[];
}

/**
 * Reads the index of a sliced family: JSON of slice name -> list of ranges as style sheets write them. Slices of letters
 * that other families bring are left out. Throws when it is no such index.
 */
export function readSlices(bytes: Uint8Array): FontSlice[] {
  let json = '';
  for (const byte of bytes) json += String.fromCharCode(byte);
  const index: unknown = JSON.parse(json);
  if (typeof index !== 'object' || index === null) throw new Error('The index of a font is no object');
  return Object.entries(index).flatMap(([key, ranges]: [string, unknown]) => {
    const name = /^\[(\d+)\]$/.exec(key)?.[1] ?? (key === 'emoji' ? key : null);
    return name === null || typeof ranges !== 'string' ? [] : [{ name, ranges: readRanges(ranges) }];
  });
}

function readRanges(list: string): CodePointRange[] {
  return list.split(',').flatMap((entry): CodePointRange[] => {
    const [, first, last] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(entry) ?? [];
    if (first === undefined) return [];
    return [[Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]];
  });
}

/** The slices that have all of a grapheme, the numbered ones first: they are smaller than the one that has everything. */
export function slicesWith(grapheme: string, slices: readonly FontSlice[]): FontSlice[] {
  const needed = visibleCodePoints(grapheme);
  return slices.filter(({ ranges }) => needed.every((codePoint) => isWithin(codePoint, ranges)));
}
