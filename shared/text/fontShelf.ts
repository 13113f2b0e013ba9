import { baseFamily, type FontFamily, type FontWeight, scriptFamilies } from './fonts.ts';
import type { HarfBuzz, ShapingFont } from './harfbuzz.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { unpackFont } from './woff.ts';

/** One open font file. */
export interface Face {
  /** The name of its file: the same in every run, so it may stand in a scene. */
  readonly id: string;
  readonly shaping: ShapingFont;
  readonly sfnt: Sfnt;
}

/** The face that sets a grapheme. */
export interface FaceChoice {
  readonly face: Face;
  /** Asked for semibold where the family has none: the painter thickens the outlines. */
  readonly embolden: boolean;
  /** No font has it: a box is drawn and the text is kept. */
  readonly missing: boolean;
}

export interface FontShelf {
  /** Loads what these graphemes need. Rejects when a file cannot be loaded: a half-lettered export helps nobody. */
  load(graphemes: ReadonlySet<string>): Promise<void>;
  /** The face for a grapheme among those loaded. */
  choose(grapheme: string, weight: FontWeight): FaceChoice;
  face(id: string): Face;
}

/** Gets a font file by its name in the manifest: TrueType or WOFF 1. */
export type LoadFont = (file: string) => Promise<Uint8Array>;

/** Opens a shelf with the base family on it. */
export async function openFontShelf(harfBuzz: HarfBuzz, loadFont: LoadFont): Promise<FontShelf> {
  const faces = new Map<string, Face>();
  const loading = new Map<string, Promise<void>>();
  const choices = new Map<string, FaceChoice>();

  const loadFile = (file: string) => {
    const under = loading.get(file);
    if (under !== undefined) return under;
    const work = loadFont(file).then((packed) => {
      const bytes = unpackFont(packed);
      faces.set(file, { id: file, shaping: harfBuzz.openFont(bytes), sfnt: readSfnt(bytes) });
      choices.clear();
    });
    loading.set(file, work);
    // A file that failed may be asked for again: the network may be back.
    work.catch(() => loading.delete(file));
    return work;
  };
  const loadFamily = (family: FontFamily) => Promise.all(Object.values(family.files).map(loadFile));
  await loadFamily(baseFamily);

  const face = (id: string) => {
    const found = faces.get(id);
    if (found === undefined) throw new Error(`Font ${id} is not loaded`);
    return found;
  };
  const find = (grapheme: string, weight: FontWeight): FaceChoice => {
    for (const family of familiesFor(grapheme)) {
      const own = faces.get(family.files[weight] ?? family.files[400]);
      if (own !== undefined && covers(own, grapheme)) {
        return { face: own, embolden: weight === 600 && family.files[600] === undefined, missing: false };
      }
    }
    return { face: face(baseFamily.files[weight] ?? baseFamily.files[400]), embolden: false, missing: true };
  };
  return {
    face,
    async load(graphemes) {
      const base = face(baseFamily.files[400]);
      const wanted = new Set([...graphemes].filter((one) => !covers(base, one)).flatMap(familiesFor));
      await Promise.all([...wanted].map(loadFamily));
    },
    choose(grapheme, weight) {
      const key = `${weight}${grapheme}`;
      const known = choices.get(key);
      if (known !== undefined) return known;
      const choice = find(grapheme, weight);
      choices.set(key, choice);
      return choice;
    },
  };
}

function familiesFor(grapheme: string): FontFamily[] {
  const codePoint = grapheme.codePointAt(0) ?? 0;
  const serves = ({ ranges }: FontFamily) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
  return [baseFamily, ...scriptFamilies.filter(serves)];
}

/** Joiners and variation selectors: they choose a glyph and have none. */
const withoutShape = /\p{Join_Control}|\p{Variation_Selector}/gu;

function covers({ shaping }: Face, grapheme: string): boolean {
  const all = (text: string) => [...text].every((character) => shaping.has(character.codePointAt(0) ?? 0));
  const visible = grapheme.replace(withoutShape, '');
  return all(visible) || all(visible.normalize('NFC'));
}
