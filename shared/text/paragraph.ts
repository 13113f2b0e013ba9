import { type BaseDirection, readDirections } from './direction.ts';
import type { FaceChoice, FontShelf } from './fontShelf.ts';
import type { FontWeight } from './fonts.ts';

/** One grapheme of a paragraph: what a reader calls a character. */
export interface Grapheme {
  readonly text: string;
  /** Embedding level; odd ones read from right to left. */
  readonly level: number;
  readonly choice: FaceChoice;
}

export interface Paragraph {
  readonly rtl: boolean;
  readonly graphemes: readonly Grapheme[];
}

// The root locale: graphemes do not depend on the language, and an export must be the same on every machine.
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The graphemes of a text. Plain Latin needs no segmenter, which takes most of the time otherwise. */
export function graphemesOf(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Bidi controls, joiners standing alone and soft hyphens steer the text and have no shape. */
const onlySteers = /^(?:[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\p{Variation_Selector})+$/u;
const space = /^[ \u00a0\u202f]$/;

/** What decides on levels and faces. */
export interface ParagraphStyle {
  readonly weight: FontWeight;
  readonly language: string;
  readonly direction?: BaseDirection;
}

/** Cuts a paragraph (without line ends) into graphemes with their levels and faces. */
export function readParagraph(
  text: string,
  { weight, language, direction }: ParagraphStyle,
  shelf: FontShelf,
): Paragraph {
  const { rtl, levelAt } = readDirections(text, direction);
  const graphemes: Grapheme[] = [];
  let last: FaceChoice | null = null;
  let index = 0;
  for (const segment of graphemesOf(text)) {
    // A space stays with the word before it, so that a sentence is one run and kerning sees it.
    const stays: boolean = last !== null && !last.missing && (onlySteers.test(segment) || isSpaceOf(last, segment));
    const choice: FaceChoice = stays && last !== null ? last : shelf.choose({ grapheme: segment, language }, weight);
    graphemes.push({ text: segment, level: levelAt(index), choice });
    last = choice;
    index += segment.length;
  }
  return { rtl, graphemes };
}

/** Slices of big families have spaces of any width: those belong to the base family. */
function isSpaceOf({ face, family }: FaceChoice, grapheme: string): boolean {
  return space.test(grapheme) && family.kind === 'whole' && face.shaping.has(grapheme.charCodeAt(0));
}

/** Whether a grapheme is drawn at all. */
export function hasShape(grapheme: string): boolean {
  return !onlySteers.test(grapheme);
}
