import type { Sfnt } from '../../text/sfnt.ts';
import { writeSfnt } from '../../text/sfntFile.ts';
import { buildComposite, readComponents } from './compositeGlyph.ts';

/** A glyph as a part of another. Lengths are units of the font that is being made. */
export interface GlyphPart {
  readonly sfnt: Sfnt;
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * A TrueType font while it is being made: glyphs of one or more fonts, numbered from 1 without holes, and only the
 * tables a PDF reader looks at. Glyph 0 is the first font's box for characters it does not have.
 */
export interface FontSubset {
  /** The new number of a glyph. The font it is from must have as many units to the em, unless it is only used in parts. */
  keep(sfnt: Sfnt, glyph: number): number;
  /** The new number of several glyphs drawn as one: a base letter with its marks, placed by shaping. */
  compose(parts: readonly GlyphPart[], advance: number): number;
  /** Advances of all glyphs by their new numbers, in font units. */
  advances(): readonly number[];
  bytes(): Uint8Array;
}

interface Glyph {
  outline: Uint8Array;
  readonly advance: number;
  readonly left: number;
}

/** Starts a font that looks like this one. */
export function startSubset(main: Sfnt): FontSubset {
  const glyphs: Glyph[] = [];
  const numbers = new Map<Sfnt, Map<number, number>>();
  let mostParts = 0;

  const keep = (sfnt: Sfnt, glyph: number): number => {
    let known = numbers.get(sfnt);
    if (known === undefined) {
      known = new Map();
      numbers.set(sfnt, known);
    }
    const number = known.get(glyph);
    if (number !== undefined) return number;
    const made: Glyph = { outline: empty, advance: sfnt.advance(glyph), left: sfnt.leftSideBearing(glyph) };
    const next = glyphs.push(made) - 1;
    known.set(glyph, next);
    // Composite glyphs of the font bring their components along.
    made.outline = renumbered(sfnt.outline(glyph), (component) => keep(sfnt, component));
    return next;
  };
  keep(main, 0);

  return {
    keep,
    compose(parts, advance) {
      mostParts = Math.max(mostParts, parts.length);
      const placed = parts.map(({ sfnt, id, dx, dy }) => ({
        id: keep(sfnt, id),
        dx,
        dy,
        scale: main.unitsPerEm / sfnt.unitsPerEm,
        outline: sfnt.outline(id),
      }));
      const { bytes, left } = buildComposite(placed);
      return glyphs.push({ outline: bytes, advance: Math.max(0, advance), left }) - 1;
    },
    advances: () => glyphs.map(({ advance }) => advance),
    bytes() {
      const { glyf, loca, isLong } = joinOutlines(glyphs.map(({ outline }) => outline));
      const tables = new Map([
        ['head', headTable(main, isLong)],
        ['hhea', edited(main, 'hhea', (view) => view.setUint16(34, glyphs.length))],
        ['hmtx', hmtxTable(glyphs)],
        ['maxp', maxpTable(main, [...numbers.keys()], glyphs.length, mostParts)],
        ['loca', loca],
        ['glyf', glyf],
      ]);
      return writeSfnt(0x00010000, tables);
    },
  };
}

const empty = new Uint8Array();

/** A copy of an outline whose components, if it has any, carry their new numbers. */
function renumbered(outline: DataView, keep: (glyph: number) => number): Uint8Array {
  const bytes = copyOf(outline);
  const view = new DataView(bytes.buffer);
  for (const { at, glyph } of readComponents(view)) view.setUint16(at, keep(glyph));
  return bytes;
}

function joinOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array; isLong: boolean } {
  const starts = [0];
  let size = 0;
  for (const { length } of outlines) {
    size += (length + 1) & ~1;
    starts.push(size);
  }
  const isLong = size > 0xffff * 2; // short offsets count in pairs of bytes
  const loca = new DataView(new ArrayBuffer(starts.length * (isLong ? 4 : 2)));
  for (const [i, start] of starts.entries()) {
    if (isLong) loca.setUint32(i * 4, start);
    else loca.setUint16(i * 2, start / 2);
  }
  const glyf = new Uint8Array(size);
  for (const [i, outline] of outlines.entries()) glyf.set(outline, starts[i]);
  return { glyf, loca: new Uint8Array(loca.buffer), isLong };
}

function headTable(sfnt: Sfnt, isLong: boolean): Uint8Array {
  return edited(sfnt, 'head', (view) => {
    view.setUint32(8, 0); // the checksum of the whole file: readers of embedded fonts do not look at it
    view.setInt16(50, isLong ? 1 : 0);
  });
}

function hmtxTable(metrics: readonly { advance: number; left: number }[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(metrics.length * 4));
  for (const [i, { advance, left }] of metrics.entries()) {
    view.setUint16(i * 4, advance);
    view.setInt16(i * 4 + 2, left);
  }
  return new Uint8Array(view.buffer);
}

/** Limits a rasteriser allocates by: composites hold more points and nest one level deeper than the fonts' own glyphs. */
function maxpTable(main: Sfnt, sources: readonly Sfnt[], count: number, mostParts: number): Uint8Array {
  const points = 6;
  const contours = 8;
  const compositePoints = 10;
  const compositeContours = 12;
  const componentElements = 28;
  const componentDepth = 30;
  const limit = (at: number) => Math.max(...sources.map((sfnt) => sfnt.table('maxp')?.getUint16(at) ?? 0));
  return edited(main, 'maxp', (view) => {
    const put = (at: number, value: number) => view.setUint16(at, Math.min(0xffff, value));
    const simplest = (own: number, composed: number) => Math.max(limit(own), limit(composed));
    put(4, count);
    put(points, limit(points));
    put(contours, limit(contours));
    put(compositePoints, simplest(points, compositePoints) * Math.max(1, mostParts));
    put(compositeContours, simplest(contours, compositeContours) * Math.max(1, mostParts));
    put(componentElements, Math.max(limit(componentElements), mostParts));
    put(componentDepth, limit(componentDepth) + (mostParts > 0 ? 1 : 0));
  });
}

function edited(sfnt: Sfnt, tag: string, edit: (view: DataView) => void): Uint8Array {
  const table = sfnt.table(tag);
  if (table === null) throw new Error(`The font has no ${tag} table`);
  const bytes = copyOf(table);
  edit(new DataView(bytes.buffer));
  return bytes;
}

function copyOf(view: DataView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice() as Uint8Array<ArrayBuffer>;
}
