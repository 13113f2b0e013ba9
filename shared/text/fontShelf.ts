import { type FontSlice, readSlices, slicesWith } from './fontSlices.ts';
import { baseFamily, type FontFamily, type FontWeight, familiesFor, visibleCodePoints } from './fonts.ts';
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
  /** Loads what these letters need. Rejects when a file cannot be loaded: a half-lettered export helps nobody. */
  load(letters: Iterable<Letter>): Promise<void>;
  /** The face for a letter among those loaded. */
  choose(letter: Letter, weight: FontWeight): FaceChoice;
  face(id: string): Face;
}

/** Gets a file by the name the font manifest has for it. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

const weights: readonly FontWeight[] = [400, 600];

/** Opens a shelf with the base family on it. */
export async function openFontShelf(harfBuzz: HarfBuzz, loadFile: LoadFile): Promise<FontShelf> {
  const faces = new Map<string, Face>();
  const indexes = new Map<string, readonly FontSlice[]>();
  const choices = new Map<string, FaceChoice>();
  const once = onceEach(loadFile);

  const loadFace = async (file: string) => {
    if (faces.has(file)) return;
    const bytes = unpackFont(await once(file));
    if (faces.has(file)) return; // somebody else waited for the same file
    faces.set(file, { id: file, shaping: harfBuzz.openFont(bytes), sfnt: readSfnt(bytes) });
    choices.clear();
  };
  const loadIndex = async (family: FontFamily) => {
    if (family.kind === 'whole' || indexes.has(family.name)) return;
    indexes.set(family.name, readSlices(await once(family.index)));
  };
  const filesOf = (family: FontFamily, grapheme: string, weight: FontWeight): string[] =>
    family.kind === 'whole'
      ? [family.files[weight]]
      : slicesWith(grapheme, indexes.get(family.name) ?? []).map(({ name }) => family.file(name));
  const face = (id: string) => {
    const found = faces.get(id);
    if (found === undefined) throw new Error(`Font ${id} is not loaded`);
    return found;
  };
  await Promise.all(weights.map((weight) => loadFace(baseFamily.files[weight])));
  const base = face(baseFamily.files[400]);

  const find = ({ grapheme, language }: Letter, weight: FontWeight): FaceChoice => {
    for (const family of familiesFor(grapheme, language)) {
      for (const file of filesOf(family, grapheme, weight)) {
        const own = faces.get(file);
        if (own === undefined || !covers(own, grapheme)) continue;
        return { face: own, family, embolden: weight === 600 && family.kind === 'sliced', missing: false };
      }
    }
    return { face: face(baseFamily.files[weight]), family: baseFamily, embolden: false, missing: true };
  };
  /** The files of the first family that should have the letter; where its font disappoints, of the next. */
  const loadFor = async (letter: Letter) => {
    for (const family of familiesFor(letter.grapheme, letter.language)) {
      await loadIndex(family);
      for (const file of filesOf(family, letter.grapheme, 400)) {
        await loadFace(file);
        if (!covers(face(file), letter.grapheme)) continue;
        if (family.kind === 'whole') await loadFace(family.files[600]);
        return;
      }
    }
  };
  return {
    face,
    async load(letters) {
      const wanted = [...letters].filter(({ grapheme }) => isPicture(grapheme) || !covers(base, grapheme));
      await Promise.all(wanted.map(loadFor));
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

/** Asks for each file once. One that failed may be asked for again: the network may be back. */
function onceEach(loadFile: LoadFile): LoadFile {
  const loading = new Map<string, Promise<Uint8Array>>();
  return (file) => {
    const under = loading.get(file);
    if (under !== undefined) return under;
    const work = loadFile(file).finally(() => loading.delete(file));
    loading.set(file, work);
    return work;
  };
}

function covers({ shaping }: Face, grapheme: string): boolean {
  const all = (text: string) => visibleCodePoints(text).every((codePoint) => shaping.has(codePoint));
  return all(grapheme) || all(grapheme.normalize('NFC'));
}
