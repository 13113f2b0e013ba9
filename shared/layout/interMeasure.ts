import { INTER_WIDTHS } from './interWidths.ts';
import type { MeasureLines } from './mapLayout.ts';
import type { CardFont } from './sizes.ts';

/** Kerning and rounding differ between browsers; with this much to spare none of them needs one line more. */
const SAFETY = 1.015;
/** Inter at weight 600 beside the table's 550; lighter weights are narrower and need nothing. */
const BOLD = 1.012;

const FALLBACK_EM = 0.7;
const WIDE_EM = 1;
/** Colour emoji of the common systems are up to 1.3 em wide. */
const EMOJI_EM = 1.35;

const CACHE_LIMIT = 20_000;
const caches = new Map<string, Map<string, number>>();

/**
 * How many lines Inter needs for a text, broken as CSS does with `overflow-wrap: anywhere`: never fewer than a browser
 * takes, and the same on every machine, so that everybody sees the same map.
 *
 * It knows fewer places to break than a browser (after spaces, after hyphens inside words, between ideographs), and
 * filling lines greedily from fewer places never gives fewer lines.
 *
 * @param width in pixels, like the font's size
 */
export const measureInter: MeasureLines = (text, font, width) => {
  const key = `${font.size} ${font.weight} ${width}`;
  let cache = caches.get(key);
  if (!cache) {
    cache = new Map();
    caches.set(key, cache);
  }
  let lines = cache.get(text);
  if (lines === undefined) {
    // Everything in use comes back within one layout, so forgetting all at once costs one slow frame.
    if (cache.size >= CACHE_LIMIT) cache.clear();
    lines = countLines(text, width / emOf(font));
    cache.set(text, lines);
  }
  return lines;
};

const emOf = (font: CardFont) => font.size * SAFETY * (font.weight > 550 ? BOLD : 1);

function countLines(text: string, limit: number): number {
  let lines = 1;
  /** Width of what stands on the line for good, with the spaces that hang at its end. */
  let line = 0;
  /** Width of what must stay together after that. */
  let word = 0;
  let before = '';
  let inWord = false;
  for (const character of text) {
    if (character === '\n') {
      lines++;
      line = word = 0;
      inWord = false;
    } else if (character === ' ' || character === '\t') {
      line += word + widthOf(character);
      word = 0;
      inWord = false;
    } else {
      if (mayBreak(before, character, inWord)) {
        line += word;
        word = 0;
      }
      const width = widthOf(character);
      word += width;
      if (line > 0 && line + word > limit) {
        lines++;
        line = 0;
      }
      // A word longer than a line: broken anywhere, but a line takes one character whatever its width.
      if (word > limit && word > width) {
        lines++;
        word = width;
      }
      inWord = before !== '' && inWord ? true : !hyphen.test(character);
    }
    before = character;
  }
  return lines;
}

const hyphen = /^[-\u2010\u2013]$/;
const letter = /^\p{L}$/u;

/** Whether a browser certainly may break here. A hyphen at the start of a word or before a digit is a sign: it stays. */
function mayBreak(before: string, after: string, inWord: boolean): boolean {
  if (inWord && hyphen.test(before)) return letter.test(after);
  return isIdeograph(before) && isIdeograph(after);
}

/** Ideographs and full-size kana: no punctuation and no small kana, which may not start a line. */
function isIdeograph(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0x3041 && code <= 0x30fa && !smallKana.test(character))
  );
}
const smallKana = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜ゝゞ゠\u3097-\u309a]/;

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return INTER_WIDTHS.get(code) ?? (code < 0x20 ? 0.3 : strangerWidth(character, code));
}

/** Width of what Inter has no glyph for and another font of the system shows. */
function strangerWidth(character: string, code: number): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  if (/^\p{Extended_Pictographic}$/u.test(character) || (code >= 0x1f1e6 && code <= 0x1f1ff)) return EMOJI_EM;
  if (
    code >= 0x1100 &&
    /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff60]$/u.test(character)
  ) {
    return WIDE_EM;
  }
  return FALLBACK_EM;
}
