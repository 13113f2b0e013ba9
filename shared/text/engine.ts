import { cleanText } from './cleanText.ts';
import type { BaseDirection } from './direction.ts';
import { type Face, type Letter, type LoadFile, openFontShelf } from './fontShelf.ts';
import type { FontWeight } from './fonts.ts';
import { type InstantiateWasm, openHarfBuzz } from './harfbuzz.ts';
import { fillLines, type TextLine } from './lines.ts';
import { graphemesOf, type Paragraph, readParagraph } from './paragraph.ts';
import { type Cluster, gatherClusters, type ShapeRun, shapeLine } from './runs.ts';
import type { Inflate } from './woff.ts';

export interface TextStyle {
  /** Font size, in the unit of everything else that comes back. */
  readonly size: number;
  readonly weight: FontWeight;
  /** BCP 47 tag of the text, or '' where nobody knows: picks Han shapes and local letter forms. */
  readonly language: string;
  /** The direction of the paragraph; that of its first letter when left out. */
  readonly direction?: BaseDirection;
}

/** A text and the BCP 47 tag of its language, or '' where nobody knows. */
export interface WordedText {
  readonly text: string;
  readonly language: string;
}

/** The one measurer of text: whoever breaks lines with it gets the same lines on screen, on paper and in a test. */
export interface TextEngine {
  /** Loads the fonts for these texts. Whatever is set without it falls back to boxes for scripts not yet loaded. */
  prepare(texts: Iterable<WordedText>): Promise<void>;
  /** Sets a text as one line, however long; line ends in it become spaces. */
  setLine(text: string, style: TextStyle): TextLine;
  /** Breaks a text to lines no wider than `maxWidth`; only a single grapheme wider than that stands out. */
  breakLines(text: string, style: TextStyle, maxWidth: number): readonly TextLine[];
  /** The width of the text on one line. */
  measure(text: string, style: TextStyle): number;
  /** The open font of a run's face id. Throws for one that was never loaded. */
  face(id: string): Face;
  /** Graphemes met so far that no font has. */
  missing(): string[];
}

/** What the edge gives: it knows where files lie and how to start WebAssembly. */
export interface TextResources {
  readonly instantiate: InstantiateWasm;
  readonly loadFile: LoadFile;
  /** A faster inflater than the one that runs everywhere, where there is one. */
  readonly inflate?: Inflate;
}

/** Entries after which a cache starts anew: a server that lives for months must not keep every text it ever set. */
const cacheLimit = 20_000;

/** Opens an engine with the base fonts loaded. Rejects when they or HarfBuzz cannot be loaded. */
export async function createTextEngine({ instantiate, loadFile, inflate }: TextResources): Promise<TextEngine> {
  const shelf = await openFontShelf(await openHarfBuzz(instantiate), loadFile, inflate);
  const unknown = new Set<string>();
  const runCache = new Map<string, readonly Cluster[]>();
  const paragraphCache = new Map<string, Paragraph>();
  const lineCache = new Map<string, readonly TextLine[]>();
  /** Texts whose fonts are there: a map is exported more often than it changes. */
  const prepared = new Set<string>();

  const shaper =
    (language: string): ShapeRun =>
    (text, { face, rtl, missing }) => {
      const key = `${face.id}|${rtl ? 'r' : 'l'}${missing ? 'm' : ''}|${language}|${text}`;
      return cached(runCache, key, () => {
        if (missing) return rtl ? boxes(text, face, unknown).reverse() : boxes(text, face, unknown);
        return gatherClusters(text, face.shaping.shape(text, rtl, language), rtl);
      });
    };
  const paragraphOf = (text: string, style: TextStyle) => {
    const key = `${style.weight}${style.language} ${style.direction ?? 'auto'} ${text}`;
    return cached(paragraphCache, key, () => readParagraph(text, style, shelf));
  };

  const setLine = (text: string, style: TextStyle): TextLine => {
    const paragraph = paragraphOf(cleanText(text).replace(/\n/g, ' '), style);
    const { runs, width } = shapeLine(paragraph.graphemes, shaper(style.language));
    return { runs, rtl: paragraph.rtl, width: width * style.size };
  };
  const breakLines = (text: string, style: TextStyle, maxWidth: number): readonly TextLine[] => {
    // What is measured for a layout is drawn afterwards.
    const key = `${style.size} ${maxWidth} ${style.weight}${style.language} ${style.direction ?? 'auto'} ${text}`;
    return cached(lineCache, key, () => {
      const measure = { size: style.size, maxWidth, shape: shaper(style.language) };
      return cleanText(text)
        .split('\n')
        .flatMap((line) => fillLines(paragraphOf(line, style), measure));
    });
  };
  return {
    setLine,
    breakLines,
    measure: (text, style) => setLine(text, style).width,
    face: shelf.face,
    missing: () => [...unknown],
    async prepare(texts) {
      const letters = new Map<string, Letter>();
      const read: string[] = [];
      for (const { text, language } of texts) {
        const key = `${language} ${text}`;
        if (prepared.has(key)) continue;
        read.push(key);
        for (const grapheme of graphemesOf(cleanText(text)))
          letters.set(`${language} ${grapheme}`, { grapheme, language });
      }
      const isMore = await shelf.load(letters.values());
      // Only now: where a font could not be loaded, the next export tries again.
      if (prepared.size + read.length > cacheLimit) prepared.clear();
      for (const key of read) prepared.add(key);
      if (!isMore) return;
      // Choices made before the fonts came would stay boxes.
      paragraphCache.clear();
      lineCache.clear();
    },
  };
}

function cached<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const value = make();
  cache.set(key, value);
  return value;
}

/** A character in no font keeps its place and its text: glyph 0, the font's box. */
function boxes(text: string, { sfnt }: Face, unknown: Set<string>): Cluster[] {
  return graphemesOf(text).map((grapheme) => {
    unknown.add(grapheme);
    return { text: grapheme, advance: sfnt.advance(0), glyphs: [{ id: 0, dx: 0, dy: 0 }] };
  });
}
