import type { Sfnt } from '../../text/sfnt.ts';
import { writeSfnt } from '../../text/sfntFile.ts';
import { buildComposite, readComponents } from './compositeGlyph.ts';

/** Several glyphs drawn as one: a base letter with its marks, placed by shaping. Lengths are font units. */
export interface CompositeGlyph {
  readonly parts: readonly { readonly id: number; readonly dx: number; readonly dy: number }[];
  readonly advance: number;
}

export interface SubsetFont {
  readonly bytes: Uint8Array;
  /** The new number of a glyph of the full font. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** The new number of each composite, in the order they were given. */
  readonly composites: readonly number[];
}

/** Tables that say how outlines are fitted to pixels; they travel along where the font has them. */
const hintTables = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * A TrueType font with only these glyphs and composites, numbered from 1 without holes, and only the tables a PDF
 * reader looks at. Glyph 0 is the font's box for characters it does not have.
 */
export function subsetFont(
  sfnt: Sfnt,
  glyphs: Iterable<number>,
  composites: readonly CompositeGlyph[] = [],
): SubsetFont {
  const numbers = new Map<number, number>();
  const order: number[] = [];
  const keep = (glyph: number) => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, order.length);
    return order.push(glyph) - 1;
  };
  keep(0);
  for (const glyph of glyphs) keep(glyph);
  for (const { parts } of composites) for (const { id } of parts) keep(id);

  const outlines: Uint8Array[] = [];
  const metrics: { advance: number; left: number }[] = [];
  // The list grows while it is walked: composite glyphs of the font bring their components along.
  for (let i = 0; i < order.length; i++) {
    const glyph = order[i] ?? 0;
    outlines.push(renumbered(sfnt.outline(glyph), keep));
    metrics.push({ advance: sfnt.advance(glyph), left: sfnt.leftSideBearing(glyph) });
  }
  const first = outlines.length;
  for (const { parts, advance } of composites) {
    const built = buildComposite(parts.map((part) => ({ ...part, outline: sfnt.outline(part.id), id: keep(part.id) })));
    outlines.push(built.bytes);
    metrics.push({ advance: Math.max(0, advance), left: built.left });
  }
  const { glyf, loca } = joinOutlines(outlines);
  const tables = new Map([
    ['head', headTable(sfnt)],
    ['hhea', hheaTable(sfnt, metrics.length)],
    ['hmtx', hmtxTable(metrics)],
    ['maxp', maxpTable(sfnt, metrics.length, composites)],
    ['loca', loca],
    ['glyf', glyf],
  ]);
  for (const tag of hintTables) {
    const table = sfnt.table(tag);
    if (table !== null) tables.set(tag, copyOf(table));
  }
  return { bytes: writeSfnt(0x00010000, tables), glyphs: numbers, composites: composites.map((_, i) => first + i) };
}

/** A copy of an outline whose components, if it has any, carry their new numbers. */
function renumbered(outline: DataView, keep: (glyph: number) => number): Uint8Array {
  const bytes = copyOf(outline);
  const view = new DataView(bytes.buffer);
  for (const { at, glyph } of readComponents(view)) view.setUint16(at, keep(glyph));
  return bytes;
}

function joinOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new DataView(new ArrayBuffer((outlines.length + 1) * 4));
  let size = 0;
  for (const [i, { length }] of outlines.entries()) {
    size += (length + 3) & ~3;
    loca.setUint32((i + 1) * 4, size);
  }
  const glyf = new Uint8Array(size);
  for (const [i, outline] of outlines.entries()) glyf.set(outline, loca.getUint32(i * 4));
  return { glyf, loca: new Uint8Array(loca.buffer) };
}

function headTable(sfnt: Sfnt): Uint8Array {
  return edited(sfnt, 'head', (view) => {
    view.setUint32(8, 0); // the checksum of the whole file: readers of embedded fonts do not look at it
    view.setInt16(50, 1); // loca holds long offsets
  });
}

const hheaTable = (sfnt: Sfnt, count: number) => edited(sfnt, 'hhea', (view) => view.setUint16(34, count));

function hmtxTable(metrics: readonly { advance: number; left: number }[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(metrics.length * 4));
  for (const [i, { advance, left }] of metrics.entries()) {
    view.setUint16(i * 4, advance);
    view.setInt16(i * 4 + 2, left);
  }
  return new Uint8Array(view.buffer);
}

/** Limits a rasteriser allocates by: composites hold more points and nest one level deeper than the font's own glyphs. */
function maxpTable(sfnt: Sfnt, count: number, composites: readonly CompositeGlyph[]): Uint8Array {
  const mostParts = Math.max(0, ...composites.map(({ parts }) => parts.length));
  const points = 6;
  const contours = 8;
  const compositePoints = 10;
  const compositeContours = 12;
  const componentElements = 28;
  const componentDepth = 30;
  return edited(sfnt, 'maxp', (view) => {
    view.setUint16(4, count);
    if (mostParts === 0) return;
    const atMost = (at: number, value: number) => view.setUint16(at, Math.min(0xffff, value));
    const simplest = (own: number, composed: number) => Math.max(view.getUint16(own), view.getUint16(composed));
    atMost(compositePoints, simplest(points, compositePoints) * mostParts);
    atMost(compositeContours, simplest(contours, compositeContours) * mostParts);
    atMost(componentElements, Math.max(view.getUint16(componentElements), mostParts));
    atMost(componentDepth, view.getUint16(componentDepth) + 1);
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
