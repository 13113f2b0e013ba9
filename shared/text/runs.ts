import { visualOrder } from './direction.ts';
import type { Face } from './fontShelf.ts';
import type { ShapedGlyph } from './harfbuzz.ts';
import { type Grapheme, hasShape } from './paragraph.ts';

/** A glyph and where it stands, in font units from the left end of its cluster on the baseline. */
export interface PlacedGlyph {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
}

/** The smallest piece of text with a picture of its own: one or more characters, one or more glyphs. */
export interface Cluster {
  readonly text: string;
  /** Font units. */
  readonly advance: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** A stretch of text of one direction in one face. */
export interface ShapedRun {
  readonly face: Face;
  readonly rtl: boolean;
  readonly embolden: boolean;
  /** In visual order, left to right. */
  readonly clusters: readonly Cluster[];
  /** Distance of its left end from the left end of the line, in ems. */
  readonly x: number;
  /** Ems. */
  readonly width: number;
}

/** Shapes one run; `missing` runs become boxes. */
export type ShapeRun = (text: string, run: { face: Face; rtl: boolean; missing: boolean }) => readonly Cluster[];

/** Shapes graphemes as one line. Runs come in logical order: readers of the output expect text in the order of reading. */
export function shapeLine(graphemes: readonly Grapheme[], shape: ShapeRun): { runs: ShapedRun[]; width: number } {
  const pieces = groupRuns(graphemes);
  const runs = pieces.map(({ text, level, choice: { face, embolden, missing } }) => {
    const rtl = level % 2 === 1;
    const clusters = shape(text, { face, rtl, missing });
    const width = clusters.reduce((sum, { advance }) => sum + advance, 0) / face.shaping.unitsPerEm;
    return { face, rtl, embolden, clusters, width };
  });
  const left = new Array<number>(runs.length).fill(0);
  let width = 0;
  for (const index of visualOrder(pieces.map(({ level }) => level))) {
    left[index] = width;
    width += runs[index]?.width ?? 0;
  }
  return { runs: runs.map((run, index) => ({ ...run, x: left[index] ?? 0 })), width };
}

interface Piece extends Grapheme {
  text: string;
}

function groupRuns(graphemes: readonly Grapheme[]): Piece[] {
  const pieces: Piece[] = [];
  for (const grapheme of graphemes) {
    if (!hasShape(grapheme.text)) continue;
    const { choice, level } = grapheme;
    const last = pieces.at(-1);
    const same = last?.level === level && last.choice.face === choice.face && last.choice.missing === choice.missing;
    if (last !== undefined && same) last.text += grapheme.text;
    else pieces.push({ ...grapheme });
  }
  return pieces;
}

/** Gathers shaped glyphs, which come in visual order, into clusters with the text they stand for. */
export function gatherClusters(text: string, glyphs: readonly ShapedGlyph[], rtl: boolean): Cluster[] {
  const clusters: Cluster[] = [];
  for (let start = 0; start < glyphs.length; ) {
    const from = glyphs[start]?.cluster ?? 0;
    let end = start;
    while (end < glyphs.length && glyphs[end]?.cluster === from) end++;
    const next = rtl ? glyphs[start - 1] : glyphs[end];
    let pen = 0;
    const placed = glyphs.slice(start, end).map(({ id, advance, dx, dy }) => {
      const glyph = { id, dx: pen + dx, dy };
      pen += advance;
      return glyph;
    });
    clusters.push({ text: text.slice(from, next?.cluster ?? text.length), advance: pen, glyphs: placed });
    start = end;
  }
  return clusters;
}
