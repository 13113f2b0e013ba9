import type { MeasureLines } from '../layout/mapLayout.ts';
import type { BaseDirection } from '../text/direction.ts';
import type { TextEngine } from '../text/engine.ts';
import type { FontWeight } from '../text/fonts.ts';
import { languageOf } from '../text/language.ts';
import type { Color, SceneItem, TextItem, TextRole } from './scene.ts';

/** What it takes to set text: an engine whose fonts are loaded, and the language of texts whose letters do not tell. */
export interface Typesetter {
  readonly engine: TextEngine;
  readonly language: string;
}

/** A style as the layout names it; weights between those of the fonts take the nearest. */
export interface BlockFont {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
}

export interface BlockPlace {
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly font: BlockFont;
  readonly color: Color;
  readonly role?: TextRole;
  /** Where lines stand in the width; `start` is the right edge for text that reads from right to left. */
  readonly align?: 'start' | 'center' | 'end';
  /** `ltr` for sentences of ours with names from the map in them. */
  readonly direction?: BaseDirection;
  /** What is read aloud where the text on the page is a shortened one. */
  readonly says?: string;
}

export interface TextBlock {
  /** One text, or none for an empty one. */
  readonly items: readonly SceneItem[];
  readonly height: number;
  /** Of the widest line. */
  readonly width: number;
}

/** Inter's capitals are this high; a line looks centred when they are. */
const capHeight = 0.727;

const weightOf = (weight: number): FontWeight => (weight >= 500 ? 600 : 400);

function breakLines(
  { engine, language }: Typesetter,
  text: string,
  font: BlockFont,
  width: number,
  direction: BaseDirection,
) {
  const style = { size: font.size, weight: weightOf(font.weight), language: languageOf(text, language), direction };
  return engine.breakLines(text, style, width);
}

/** The measurer that makes the layout agree with what is drawn. */
export function measureLines(typesetter: Typesetter): MeasureLines {
  return (text, font, width) => breakLines(typesetter, text, font, width, 'auto').length;
}

/** The width of a text on one line. */
export function textWidth({ engine, language }: Typesetter, text: string, { size, weight }: BlockFont): number {
  return engine.measure(text, { size, weight: weightOf(weight), language: languageOf(text, language) });
}

/** As many whole words as fit, then an ellipsis. A word that would take most of a line is broken where it must be. */
export function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const pieces = text.split(/(?<= )/u).flatMap((word) => (word.length > longWord ? lettersOf(word) : [word]));
  const start = (count: number) =>
    `${pieces
      .slice(0, count)
      .join('')
      .replace(/[\s,;:\u00b7-]+$/u, '')}\u2026`;
  let [most, tooMany] = [0, pieces.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(start(middle))) most = middle;
    else tooMany = middle;
  }
  // Where not even one fits, whoever draws it sets it smaller.
  return pieces.length === 1 ? text : start(Math.max(1, most));
}

const longWord = 40;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (word: string): string[] => Array.from(graphemes.segment(word), ({ segment }) => segment);

/** Sets a text into lines of a width. */
export function textBlock(typesetter: Typesetter, text: string, place: BlockPlace): TextBlock {
  const { x, y, width, font, color, role = 'paragraph', align = 'start', direction = 'auto', says = text } = place;
  const lines = breakLines(typesetter, text, font, width, direction);
  const shown = lines.some(({ runs }) => runs.length > 0);
  const item: TextItem = {
    kind: 'text',
    role,
    text: says,
    language: languageOf(text, typesetter.language),
    size: font.size,
    color,
    lines: lines.map((line, i) => {
      const free = width - line.width;
      const left = align === 'center' ? free / 2 : align === 'end' || line.rtl ? free : 0;
      return { x: x + left, y: y + (i + 0.5) * font.lineHeight + (font.size * capHeight) / 2, line };
    }),
  };
  return {
    items: shown ? [item] : [],
    height: lines.length * font.lineHeight,
    width: Math.max(0, ...lines.map((line) => line.width)),
  };
}

/** Below this a name is drawn over its box's edge: hundreds of characters where a few words belong. */
const smallestFit = 1;

interface FittedPlace extends BlockPlace {
  readonly height: number;
  /** The share of the font's size below which a text gives up its last words rather than get smaller; it is still read aloud whole. */
  readonly least?: number;
}

/** Sets a text as large as fits into a box, up to the size of the font, and centres it upright. Nothing is cut off without `least`. */
export function fittedText(typesetter: Typesetter, text: string, { least = 0, ...place }: FittedPlace): TextBlock {
  const { font, y, height } = place;
  for (let share = 1; ; share *= 0.9) {
    const smaller = { ...font, size: font.size * share, lineHeight: font.lineHeight * share };
    const blockOf = (words: string) => textBlock(typesetter, words, { ...place, font: smaller });
    const fits = (block: TextBlock) => block.height <= height + 0.01;
    const words = share * 0.9 < least ? shortened(text, (start) => fits(blockOf(start))) : text;
    const block = blockOf(words);
    if (!fits(block) && smaller.size > smallestFit) continue;
    const says = place.says ?? text;
    return textBlock(typesetter, words, { ...place, says, font: smaller, y: y + (height - block.height) / 2 });
  }
}

/** A title in its font while it takes few lines, and else as large as lets it fit into so many. */
export function titleBlock(
  typesetter: Typesetter,
  text: string,
  { least = 0, ...place }: Omit<FittedPlace, 'height'>,
  mostLines: number,
): TextBlock {
  const block = textBlock(typesetter, text, place);
  const height = mostLines * place.font.lineHeight;
  return block.height <= height ? block : { ...fittedText(typesetter, text, { ...place, least, height }), height };
}
