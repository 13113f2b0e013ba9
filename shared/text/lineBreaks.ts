/** How a grapheme behaves at a line end: a short form of the classes of UAX 14. */
type BreakClass =
  | 'space'
  | 'hyphen'
  | 'slash'
  | 'open'
  | 'close'
  | 'glue'
  | 'ideograph'
  | 'breakHere'
  | 'digit'
  | 'other';

/**
 * Whether a line may end between two neighbouring graphemes.
 *
 * A short form of UAX 14, enough for titles and sentences: after spaces, after hyphens and dashes inside words, after
 * slashes, around ideographs (not before closing punctuation and small kana, not after opening
 * punctuation). Korean keeps its words whole. Thai, which has no spaces between words, may break where a syllable
 * surely begins or ends. No dictionary is asked: those differ between browsers, and an export must break the same way everywhere.
 */
export function mayBreakBetween(before: string, after: string): boolean {
  const left = classOf(before);
  const right = classOf(after);
  if (right === 'space' || left === 'glue' || right === 'glue' || right === 'breakHere') return false;
  if (left === 'space') return !afterFrenchSpace.test(after);
  if (left === 'breakHere') return true;
  if (right === 'close') return false;
  if (left === 'open') return false;
  if (left === 'hyphen' || left === 'slash') return right === 'other' || right === 'ideograph';
  if (right === 'hyphen' || right === 'slash') return false;
  if (isThai.test(before) && isThai.test(after))
    return thaiStart.test(after) || (thaiEnd.test(before) && !thaiSign.test(after));
  return left === 'ideograph' || right === 'ideograph';
}

const ideographs =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Characters Japanese and Chinese typesetting never puts at the start of a line (kinsoku). */
const neverFirst =
  /^[\p{Pe}\p{Pf}!?:;,.%‰°'"’”…‥・ー゛゜々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ、。，．！？：；％～〜]/u;
/** French sets a space before these, often an ordinary one; a line that starts with them reads as a mistake. */
const afterFrenchSpace = /^[!?:;»%]/;

const isThai = /^\p{sc=Thai}/u;
/** Vowels written before their consonant. */
const thaiStart = /^[\u0e40-\u0e44]/;
/** The short a, the am, and the signs of a repeated and of a shortened word. */
const thaiEnd = /[\u0e30\u0e33\u0e46\u0e2f]$/;
const thaiSign = /^[\u0e46\u0e2f]/;

function classOf(grapheme: string): BreakClass {
  if (/^[a-z0-9]/i.test(grapheme)) return grapheme <= '9' ? 'digit' : 'other';
  if (/^[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/.test(grapheme)) return 'space';
  if (grapheme === '\u200b' || grapheme === '\u00ad') return 'breakHere';
  if (/^[\u00a0\u202f\u2060\u2007]/.test(grapheme)) return 'glue';
  if (/^[-‐‒–—]/.test(grapheme)) return 'hyphen';
  if (grapheme.startsWith('/')) return 'slash';
  if (/^[\p{Ps}\p{Pi}¿¡£€$¥#@＠]/u.test(grapheme)) return 'open';
  if (neverFirst.test(grapheme)) return 'close';
  if (/^\p{Nd}/u.test(grapheme)) return 'digit';
  return ideographs.test(grapheme) ? 'ideograph' : 'other';
}
