import type { Face } from '../../text/fontShelf.ts';
import type { TextLine } from '../../text/lines.ts';
import type { Cluster, ShapedRun } from '../../text/runs.ts';

/** A cluster and where its left end stands, in ems from the left end of the line. */
export interface PlacedCluster {
  readonly cluster: Cluster;
  /** The face that shaped it: where scripts are mixed, another one than that of the string. */
  readonly face: Face;
  readonly x: number;
  readonly embolden: boolean;
}

/** Clusters that are shown one after the other in one font. */
export interface TextString {
  readonly face: Face;
  readonly clusters: readonly PlacedCluster[];
}

/**
 * A line as strings in the order of reading.
 *
 * Readers of a PDF find the order of right-to-left text each in its own way. Poppler goes by the places of letters.
 * PDF.js puts the letters of a string in order, but not strings. PDFium sorts the strings of a line by their left ends,
 * whatever their order in the file, and within a string turns round only what has no space or sign inside. All three
 * read back as it was written a line that is one string, with its words in the order of reading and the letters of each
 * right-to-left word from left to right. So such a line is one string of one font, which takes in the letters of others.
 *
 * @param spaceAfter whether to show a space at its end, for those who copy the text
 */
export function textStrings(line: TextLine, spaceAfter: boolean): TextString[] {
  const strings: { face: Face; clusters: PlacedCluster[] }[] = [];
  // Pieces of a left-to-right line are in the order of their left ends anyway.
  const whole = line.rtl ? line.runs.find(({ rtl }) => rtl)?.face : undefined;
  for (const { rtl, runs } of sameDirection(line.runs)) {
    const main = whole ?? (rtl ? runs[0]?.face : undefined);
    // Runs come in the order of reading: from right to left, the first one stands last.
    const clusters = rtl ? wordByWord(runs.toReversed().flatMap(placed)) : runs.flatMap(placed);
    for (const place of clusters) {
      const face = main !== undefined && canHold(main, place.face) ? main : place.face;
      const last = strings.at(-1);
      if (last?.face.typeface === face.typeface) last.clusters.push(place);
      else strings.push({ face, clusters: [place] });
    }
  }
  return spaceAfter ? withSpace(line, strings) : strings;
}

/** Neighbouring runs of one direction: a word may be of two scripts. */
function sameDirection(runs: readonly ShapedRun[]): { rtl: boolean; runs: ShapedRun[] }[] {
  const groups: { rtl: boolean; runs: ShapedRun[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.rtl === run.rtl) last.runs.push(run);
    else groups.push({ rtl: run.rtl, runs: [run] });
  }
  return groups;
}

/** A font file scales a part at most twofold. */
const canHold = (font: Face, other: Face) => font.sfnt.unitsPerEm < other.sfnt.unitsPerEm * 2;

function placed({ face, clusters, x, embolden }: ShapedRun): PlacedCluster[] {
  let pen = x;
  return clusters.map((cluster) => {
    const place = { cluster, face, x: pen, embolden };
    pen += cluster.advance / face.shaping.unitsPerEm;
    return place;
  });
}

const rightToLeft = /^[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]+$/u;

/** Words from right to left, each with its letters from left to right as they come; what is between words likewise. */
function wordByWord(clusters: readonly PlacedCluster[]): PlacedCluster[] {
  const pieces: PlacedCluster[][] = [];
  let inWord: boolean | null = null;
  for (const place of clusters) {
    const isLetter = rightToLeft.test(place.cluster.text);
    if (isLetter === inWord) pieces.at(-1)?.push(place);
    else pieces.push([place]);
    inWord = isLetter;
  }
  return pieces.reverse().flat();
}

/** The line with a space behind its last letter, where the font of that has one. */
function withSpace(line: TextLine, strings: TextString[]): TextString[] {
  const last = strings.at(-1);
  const run = line.runs.at(-1);
  if (last === undefined || run === undefined || run.rtl || !run.face.shaping.has(0x20)) return strings;
  const [glyph] = run.face.shaping.shape(' ', false, '');
  if (glyph === undefined) return strings;
  const cluster: Cluster = { text: ' ', advance: glyph.advance, glyphs: [{ id: glyph.id, dx: 0, dy: 0 }] };
  const space = { cluster, face: run.face, x: run.x + run.width, embolden: false };
  return [...strings.slice(0, -1), { ...last, clusters: [...last.clusters, space] }];
}
