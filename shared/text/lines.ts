import { mayBreakBetween } from './lineBreaks.ts';
import { type Grapheme, hasShape, type Paragraph } from './paragraph.ts';
import { type ShapedRun, type ShapeRun, shapeLine } from './runs.ts';

/** One line of text, shaped. */
export interface TextLine {
  /** In the unit of the font size. */
  readonly width: number;
  /** Its paragraph reads from right to left, so it belongs at the right edge. */
  readonly rtl: boolean;
  /** In logical order; `x` and `width` of a run are ems. */
  readonly runs: readonly ShapedRun[];
}

interface Measure {
  readonly size: number;
  readonly maxWidth: number;
  readonly shape: ShapeRun;
}

/** Fills lines one after the other with a paragraph; a word wider than a line is cut between graphemes. */
export function fillLines(paragraph: Paragraph, { size, maxWidth, shape }: Measure): TextLine[] {
  const { graphemes, rtl } = paragraph;
  const setLine = (part: readonly Grapheme[]): TextLine => {
    const { runs, width } = shapeLine(part, shape);
    return { runs, rtl, width: width * size };
  };
  const whole = setLine(graphemes);
  if (whole.width <= maxWidth) return [whole];
  const widths = graphemeWidths(graphemes, whole.runs, size);
  const lines: TextLine[] = [];
  for (let start = skipSpaces(graphemes, 0); start < graphemes.length; ) {
    let end = estimateEnd(widths, start, maxWidth);
    for (;;) {
      end = lastBreak(graphemes, start, end);
      const part = trimEnd(graphemes.slice(start, end));
      const line = setLine(part);
      if (line.width <= maxWidth || part.length <= 1) {
        lines.push(line);
        break;
      }
      // Kerning, or a letter that changes its form at the line end, made it wider than it was inside the paragraph.
      end = start + part.length - 1;
    }
    start = skipSpaces(graphemes, end);
  }
  return lines.length > 0 ? lines : [setLine([])];
}

/** The width each grapheme has inside the paragraph. A ligature counts for its first grapheme. */
function graphemeWidths(graphemes: readonly Grapheme[], runs: readonly ShapedRun[], size: number): number[] {
  const clusters = runs.flatMap(({ clusters, rtl, face }) => {
    const logical = rtl ? clusters.toReversed() : clusters;
    return logical.map(({ text, advance }) => ({
      length: text.length,
      width: (advance / face.shaping.unitsPerEm) * size,
    }));
  });
  let next = 0;
  let ahead = 0; // UTF-16 units by which the clusters taken are ahead of the graphemes
  return graphemes.map(({ text }) => {
    if (!hasShape(text)) return 0;
    let width = 0;
    for (let cluster = clusters[next]; ahead < text.length && cluster !== undefined; cluster = clusters[++next]) {
      width += cluster.width;
      ahead += cluster.length;
    }
    ahead -= text.length;
    return width;
  });
}

/** How many graphemes fit by the sum of their widths; the line itself is measured afterwards. */
function estimateEnd(widths: readonly number[], start: number, maxWidth: number): number {
  let width = 0;
  let end = start;
  while (end < widths.length && width + (widths[end] ?? 0) <= maxWidth) width += widths[end++] ?? 0;
  return Math.max(end, start + 1);
}

/** The last place at or before `end` where a line may end; `end` itself where a single word fills the line. */
function lastBreak(graphemes: readonly Grapheme[], start: number, end: number): number {
  // Spaces hang over the edge: a line may end before spaces it no longer has room for.
  for (let at = skipSpaces(graphemes, end); at > start; at--) {
    const before = graphemes[at - 1];
    const after = graphemes[at];
    if (before === undefined || after === undefined || mayBreakBetween(before.text, after.text)) return at;
  }
  return end;
}

const isSpace = ({ text }: Grapheme) => text.trim() === '';

function skipSpaces(graphemes: readonly Grapheme[], from: number): number {
  let at = from;
  for (let next = graphemes[at]; next !== undefined && isSpace(next); next = graphemes[at]) at++;
  return at;
}

function trimEnd(graphemes: readonly Grapheme[]): readonly Grapheme[] {
  let end = graphemes.length;
  for (let last = graphemes[end - 1]; last !== undefined && isSpace(last); last = graphemes[end - 1]) end--;
  return graphemes.slice(0, end);
}
