import type { Face } from '../../text/fontShelf.ts';
import type { Cluster, PlacedGlyph } from '../../text/runs.ts';
import type { Sfnt } from '../../text/sfnt.ts';
import { boldStroke } from '../placedGlyphs.ts';
import type { PdfFile } from './file.ts';
import { type FontSubset, startSubset } from './subsetFont.ts';
import { toUnicodeMap } from './toUnicode.ts';
import { array, ascii, dict, name, num, type PdfValue, ref } from './values.ts';

/** A cluster as a content stream shows it. */
export interface FontCode {
  /** What stands in the string: a CID of two bytes. */
  readonly code: number;
  /** How far the pen moves on its own, in thousandths of an em, as the font's /W says. */
  readonly width: number;
  /** Where to put the pen before, in ems from the left end of the cluster. */
  readonly dx: number;
  readonly dy: number;
}

/** One font of the file: collects the clusters shown in it and writes their subset in the end. */
export interface BookFont {
  /** The resource name, such as `F1`. */
  readonly resource: string;
  readonly id: number;
  /**
   * The code of a cluster set in this face, which may be another one: its glyphs are then scaled to this font's em.
   * Emboldened where the family has no semibold of its own.
   */
  codeOf(cluster: Cluster, face: Face, embolden: boolean): FontCode;
}

export interface FontBook {
  /** The font for a face. Slices of one family share theirs: sixty fonts of three letters each help nobody. */
  font(face: Face): BookFont;
  /** Writes all fonts, after the last page is drawn. */
  finish(): void;
}

/** Starts the collection of fonts of one file. */
export function createFontBook(file: PdfFile): FontBook {
  const fonts = new Map<string, { book: BookFont; write: (index: number) => void }>();
  return {
    font({ typeface, sfnt }) {
      const known = fonts.get(typeface);
      if (known !== undefined) return known.book;
      const made = createBookFont(file, sfnt, `F${fonts.size}`);
      fonts.set(typeface, made);
      return made.book;
    },
    finish() {
      for (const [index, { write }] of [...fonts.values()].entries()) write(index);
    },
  };
}

function createBookFont(file: PdfFile, main: Sfnt, resource: string) {
  const id = file.allocate();
  const subset = startSubset(main);
  const codes = new Map<string, FontCode>();
  /** The same, by the object: the engine gives the same one for the same letters, mostly. */
  const seen = { plain: new Map<Cluster, FontCode>(), bold: new Map<Cluster, FontCode>() };
  /** What each glyph of the subset stands for; parts of others stand for nothing. */
  const texts = new Map<number, string>();
  const thousandths = (units: number) => Math.round((units * 1000) / main.unitsPerEm);

  const makeCode = (cluster: Cluster, sfnt: Sfnt, embolden: boolean): FontCode => {
    const scale = main.unitsPerEm / sfnt.unitsPerEm;
    const own = embolden ? null : singleGlyph(cluster);
    if (own !== null) {
      const advance = Math.round(sfnt.advance(own.id) * scale);
      // A code means one text: a glyph that stands for other characters elsewhere is drawn by a second one.
      const isFree = (number: number) => (texts.get(number) ?? cluster.text) === cluster.text;
      const kept = scale === 1 ? subset.keep(sfnt, own.id) : null;
      const copy = () => subset.compose([{ sfnt, id: own.id, dx: 0, dy: 0 }], advance);
      const code = kept !== null && isFree(kept) ? kept : copy();
      texts.set(code, cluster.text);
      return { code, width: thousandths(advance), dx: own.dx / sfnt.unitsPerEm, dy: own.dy / sfnt.unitsPerEm };
    }
    const advance = Math.max(0, Math.round(cluster.advance * scale));
    // A stroke around the letters would be bolder the smaller the page is shown, as no line is thinner than a dot.
    const shift = (main.unitsPerEm * boldStroke) / 2;
    const shifts = embolden ? [-shift, shift] : [0];
    const parts = cluster.glyphs.flatMap(({ id, dx, dy }) =>
      shifts.map((by) => ({ sfnt, id, dx: dx * scale + by, dy: dy * scale })),
    );
    const code = subset.compose(parts, advance);
    texts.set(code, cluster.text);
    return { code, width: thousandths(advance), dx: 0, dy: 0 };
  };
  const book: BookFont = {
    resource,
    id,
    codeOf(cluster, face, embolden) {
      const seenAs = embolden ? seen.bold : seen.plain;
      const known = seenAs.get(cluster);
      if (known !== undefined) return known;
      const only = singleGlyph(cluster);
      // Kerning makes the advance of a letter differ from place to place; the strings correct for it.
      const picture = only === null ? JSON.stringify(cluster) : `${only.id} ${only.dx} ${only.dy}`;
      const key = `${face.id}${embolden ? ' bold' : ''} ${picture} ${cluster.text}`;
      const code = codes.get(key) ?? makeCode(cluster, face.sfnt, embolden);
      codes.set(key, code);
      seenAs.set(cluster, code);
      return code;
    },
  };
  return { book, write: (index: number) => writeFont(file, { id, main, index }, subset, texts) };
}

/**
 * The glyph of a cluster that has just one; others become composites. So does glyph 0: to a reader it means "no such
 * character", and it may refuse to show or copy it, while a copy of it shows its box.
 */
function singleGlyph({ glyphs }: Cluster): PlacedGlyph | null {
  const only = glyphs[0];
  return only !== undefined && glyphs.length === 1 && only.id !== 0 ? only : null;
}

interface FontPlace {
  readonly id: number;
  readonly main: Sfnt;
  readonly index: number;
}

function writeFont(
  file: PdfFile,
  { id, main, index }: FontPlace,
  subset: FontSubset,
  texts: ReadonlyMap<number, string>,
): void {
  const base = name(`${subsetTag(index)}+${main.postScriptName}`);
  const widths = subset.advances().map((advance) => num(Math.round((advance * 1000) / main.unitsPerEm)));
  const descendant = dict({
    Type: name('Font'),
    Subtype: name('CIDFontType2'),
    BaseFont: base,
    CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: '0' }),
    FontDescriptor: ref(writeDescriptor(file, main, base, subset.bytes())),
    DW: '1000',
    W: array(['0', array(widths)]),
    CIDToGIDMap: name('Identity'), // codes are the numbers of the subset's glyphs
  });
  const font = dict({
    Type: name('Font'),
    Subtype: name('Type0'),
    BaseFont: base,
    Encoding: name('Identity-H'),
    DescendantFonts: array([ref(file.add(descendant))]),
    ToUnicode: ref(file.addStream({}, toUnicodeMap(texts))),
  });
  file.set(id, font);
}

function writeDescriptor(file: PdfFile, sfnt: Sfnt, base: PdfValue, bytes: Uint8Array): number {
  const scaled = (units: number) => num(Math.round((units * 1000) / sfnt.unitsPerEm));
  const symbolic = 4;
  const descriptor = dict({
    Type: name('FontDescriptor'),
    FontName: base,
    Flags: num(symbolic),
    FontBBox: array(sfnt.box.map(scaled)),
    ItalicAngle: '0',
    Ascent: scaled(sfnt.ascent),
    Descent: scaled(sfnt.descent),
    CapHeight: scaled(sfnt.capHeight),
    StemV: '80',
    FontFile2: ref(file.addStream({ Length1: num(bytes.length) }, bytes)),
  });
  return file.add(descriptor);
}

/** Six capital letters that tell the subsets of a file apart. */
const subsetTag = (index: number): string =>
  [...String(index).padStart(6, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A').join('');
