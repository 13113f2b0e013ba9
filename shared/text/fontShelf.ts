import { readSlices, type SliceIndex, slicesWith } from './fontSlices.ts';
import { baseFamily, type FontFamily, type FontWeight, familiesFor, visibleCodePoints } from './fonts.ts';
import type { HarfBuzz, ShapingFont } from './harfbuzz.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { type Inflate, unpackFont } from './woff.ts';

/** One open font file. */
export interface Face {
  /** The name of its file: the same in every run, so it may stand in a scene. */
  readonly id: string;
  /** Faces that were cut out of one font share it. */
  readonly typeface: string;
  readonly shaping: ShapingFont;
  readonly sfnt: Sfnt;
}

/** The face that sets a grapheme. */
export interface FaceChoice {
  readonly face: Face;
  readonly family: FontFamily;
  /** Asked for semibold where the family has none: the painter thickens the outlines. */
  readonly embolden: boolean;
  /** No font has it: a box is drawn and the text is kept. */
  readonly missing: boolean;
}

/** A grapheme and the BCP 47 tag of the text it stands in, or ''. */
export interface Letter {
  readonly grapheme: string;
  readonly language: string;
}

export interface FontShelf {
  /**
   * Loads what these letters need; answers whether anything was not there yet. Rejects when a file cannot be loaded: a
   * half-lettered export helps nobody.
   */
  load(letters: Iterable<Letter>): Promise<boolean>;
  /** The face for a letter among those loaded. */
  choose(letter: Letter, weight: FontWeight): FaceChoice;
  face(id: string): Face;
}

/** Gets a file by the name the font manifest has for it. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

const weights: readonly FontWeight[] = [400, 600];

/** Opens a shelf with the base family on it. */
export async function openFontShelf(harfBuzz: HarfBuzz, loadFile: LoadFile, inflate?: Inflate): Promise<FontShelf> {
  const faces = new Map<string, Face>();
  const indexes = new Map<string, SliceIndex>();
  const choices = new Map<string, FaceChoice>();
  const once = eachOnce();

  const loadFace = (file: string, family: FontFamily) =>
    once(file, async () => {
      const bytes = unpackFont(await loadFile(file), inflate);
      const typeface = family.kind === 'sliced' ? family.name : file;
      faces.set(file, { id: file, typeface, shaping: harfBuzz.openFont(bytes), sfnt: readSfnt(bytes) });
      choices.clear();
    });
  const loadIndex = async (family: FontFamily) => {
    if (family.kind === 'whole') return;
    await once(family.index, async () => {
      indexes.set(family.name, readSlices(await loadFile(family.index)));
    });
  };
  const filesOf = (family: FontFamily, grapheme: string, weight: FontWeight): string[] => {
    if (family.kind === 'whole') return [family.files[weight]];
    const index = indexes.get(family.name);
    return index === undefined ? [] : slicesWith(grapheme, index).map((slice) => family.file(slice));
  };
  const face = (id: string) => {
    const found = faces.get(id);
    if (found === undefined) throw new Error(`Font ${id} is not loaded`);
    return found;
  };
  await Promise.all(weights.map((weight) => loadFace(baseFamily.files[weight], baseFamily)));
  const base = face(baseFamily.files[400]);

  const find = ({ grapheme, language }: Letter, weight: FontWeight): FaceChoice => {
    for (const family of familiesFor(grapheme, language)) {
      for (const file of filesOf(family, grapheme, weight)) {
        const own = faces.get(file);
        if (own === undefined || !covers(own, grapheme)) continue;
        return {
          face: own,
          family,
          embolden: weight === 600 && family.kind === 'sliced' && !family.isPictures,
          missing: false,
        };
      }
    }
    return { face: face(baseFamily.files[weight]), family: baseFamily, embolden: false, missing: true };
  };
  /** The files of the first family that should have the letter; where its font disappoints, of the next. */
  const loadFor = async (letter: Letter) => {
    for (const family of familiesFor(letter.grapheme, letter.language)) {
      await loadIndex(family);
      for (const file of filesOf(family, letter.grapheme, 400)) {
        await loadFace(file, family);
        if (!covers(face(file), letter.grapheme)) continue;
        if (family.kind === 'whole') await loadFace(family.files[600], family);
        return;
      }
    }
  };
  return {
    face,
    async load(letters) {
      const wanted = [...letters].filter(({ grapheme }) => isPicture(grapheme) || !covers(base, grapheme));
      const before = faces.size;
      await Promise.all(wanted.map(loadFor));
      return faces.size > before;
    },
    choose(letter, weight) {
      const key = `${weight}${letter.language} ${letter.grapheme}`;
      const known = choices.get(key);
      if (known !== undefined) return known;
      const choice = find(letter, weight);
      choices.set(key, choice);
      return choice;
    },
  };
}

/** Whether another family than the base has precedence. */
const isPicture = (grapheme: string) => familiesFor(grapheme, '')[0] !== baseFamily;

/** Does the work for a file once, however many ask. One that failed may be tried again: the network may be back. */
function eachOnce(): (file: string, work: () => Promise<void>) => Promise<void> {
  const works = new Map<string, Promise<void>>();
  return (file, work) => {
    const known = works.get(file);
    if (known !== undefined) return known;
    const begun = work();
    works.set(file, begun);
    begun.catch(() => works.delete(file));
    return begun;
  };
}

function covers({ shaping }: Face, grapheme: string): boolean {
  const all = (text: string) => visibleCodePoints(text).every((codePoint) => shaping.has(codePoint));
  return all(grapheme) || all(grapheme.normalize('NFC'));
}
