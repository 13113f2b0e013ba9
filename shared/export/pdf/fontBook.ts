import type { Cluster, PlacedGlyph } from '../../text/runs.ts';
import type { Sfnt } from '../../text/sfnt.ts';
import type { PdfFile } from './file.ts';
import { type CompositeGlyph, subsetFont } from './subsetFont.ts';
import { toUnicodeMap } from './toUnicode.ts';
import { array, ascii, dict, name, num, type PdfValue, ref } from './values.ts';

/** A cluster as a content stream shows it. */
export interface FontCode {
  /** What stands in the string: a CID of two bytes. */
  readonly code: number;
  /** How far the pen moves on its own, in thousandths of an em, as the font's /W says. */
  readonly width: number;
  /** Where to put the pen before, in font units from the left end of the cluster. */
  readonly dx: number;
  readonly dy: number;
}

/** One font of the file: collects the clusters shown in it and writes their subset in the end. */
export interface BookFont {
  /** The resource name, such as `F1`. */
  readonly resource: string;
  readonly id: number;
  readonly unitsPerEm: number;
  codeOf(cluster: Cluster): FontCode;
}

export interface FontBook {
  font(faceId: string, sfnt: Sfnt): BookFont;
  /** Writes all fonts, after the last page is drawn. */
  finish(): void;
}

interface Entry {
  readonly code: number;
  readonly width: number;
  readonly text: string;
  /** A glyph of the font, or the index of a composite. */
  readonly glyph: { readonly own: number } | { readonly composite: number };
}

/** Starts the collection of fonts of one file. */
export function createFontBook(file: PdfFile): FontBook {
  const fonts = new Map<string, { book: BookFont; write: (index: number) => void }>();
  return {
    font(faceId, sfnt) {
      const known = fonts.get(faceId);
      if (known !== undefined) return known.book;
      const made = createBookFont(file, sfnt, `F${fonts.size}`);
      fonts.set(faceId, made);
      return made.book;
    },
    finish() {
      for (const [index, { write }] of [...fonts.values()].entries()) write(index);
    },
  };
}

function createBookFont(file: PdfFile, sfnt: Sfnt, resource: string) {
  const id = file.allocate();
  const entries = new Map<string, Entry>();
  const composites = new Map<string, number>();
  const compositeList: CompositeGlyph[] = [];
  const compositeOf = (composite: CompositeGlyph): number => {
    const key = JSON.stringify(composite);
    const known = composites.get(key);
    if (known !== undefined) return known;
    composites.set(key, compositeList.length);
    return compositeList.push(composite) - 1;
  };
  const thousandths = (units: number) => Math.round((units * 1000) / sfnt.unitsPerEm);

  const makeEntry = (cluster: Cluster): Entry => {
    const code = entries.size + 1;
    const own = singleGlyph(cluster);
    if (own !== null) {
      return { code, text: cluster.text, glyph: { own: own.id }, width: thousandths(sfnt.advance(own.id)) };
    }
    const advance = Math.max(0, cluster.advance);
    const composite = compositeOf({ parts: cluster.glyphs, advance });
    return { code, text: cluster.text, glyph: { composite }, width: thousandths(advance) };
  };
  const book: BookFont = {
    resource,
    id,
    unitsPerEm: sfnt.unitsPerEm,
    codeOf(cluster) {
      const own = singleGlyph(cluster);
      // One code for each pair of picture and text, so that the same glyph may stand for different characters.
      const key = `${own?.id ?? JSON.stringify(cluster)}|${cluster.text}`;
      let entry = entries.get(key);
      if (entry === undefined) {
        entry = makeEntry(cluster);
        entries.set(key, entry);
      }
      return { code: entry.code, width: entry.width, dx: own?.dx ?? 0, dy: own?.dy ?? 0 };
    },
  };
  return { book, write: (index: number) => writeFont(file, { id, sfnt, index }, [...entries.values()], compositeList) };
}

/**
 * The glyph of a cluster that has just one; others become composites. So does glyph 0: to a reader it means "no such
 * character", and it may refuse to show or copy it, while a copy of it shows its box.
 */
function singleGlyph({ glyphs }: Cluster): PlacedGlyph | null {
  const [only, ...others] = glyphs;
  return only !== undefined && others.length === 0 && only.id !== 0 ? only : null;
}

interface FontPlace {
  readonly id: number;
  readonly sfnt: Sfnt;
  readonly index: number;
}

function writeFont(
  file: PdfFile,
  { id, sfnt, index }: FontPlace,
  entries: readonly Entry[],
  composites: readonly CompositeGlyph[],
): void {
  const own = entries.flatMap(({ glyph }) => ('own' in glyph ? [glyph.own] : []));
  const subset = subsetFont(sfnt, own, composites);
  const glyphOf = ({ glyph }: Entry) =>
    'own' in glyph ? (subset.glyphs.get(glyph.own) ?? 0) : (subset.composites[glyph.composite] ?? 0);
  const base = name(`${subsetTag(index)}+${sfnt.postScriptName}`);

  const cidToGid = new DataView(new ArrayBuffer((entries.length + 1) * 2));
  for (const [i, entry] of entries.entries()) cidToGid.setUint16((i + 1) * 2, glyphOf(entry));
  const descendant = dict({
    Type: name('Font'),
    Subtype: name('CIDFontType2'),
    BaseFont: base,
    CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: '0' }),
    FontDescriptor: ref(writeDescriptor(file, sfnt, base, subset.bytes)),
    DW: '1000',
    W: array(['1', array(entries.map(({ width }) => num(width)))]),
    CIDToGIDMap: ref(file.addStream({}, new Uint8Array(cidToGid.buffer))),
  });
  const font = dict({
    Type: name('Font'),
    Subtype: name('Type0'),
    BaseFont: base,
    Encoding: name('Identity-H'),
    DescendantFonts: array([ref(file.add(descendant))]),
    ToUnicode: ref(file.addStream({}, toUnicodeMap(entries.map(({ text }) => text)))),
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
