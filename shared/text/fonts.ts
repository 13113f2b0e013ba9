/** Regular for what is read, semibold for what is found first. */
export type FontWeight = 400 | 600;

/** First and last code point, both inclusive. */
export type CodePointRange = readonly [first: number, last: number];

/** A family of font files for some scripts. Files have names, not paths: an edge knows where they lie. */
export type FontFamily = WholeFamily | SlicedFamily;

interface WholeFamily {
  readonly kind: 'whole';
  readonly name: string;
  /** Code points the family is asked for. */
  readonly ranges: readonly CodePointRange[];
  readonly files: Readonly<Record<FontWeight, string>>;
}

/**
 * A family too big to load whole: files of a hundred or so characters each, and an index that says which file has
 * which. It has one weight; the painter emboldens it.
 */
interface SlicedFamily {
  readonly kind: 'sliced';
  readonly name: string;
  readonly ranges: readonly CodePointRange[];
  readonly index: string;
  /** Pictures are not emboldened. */
  readonly isPictures: boolean;
  /** The file of a slice of the index. */
  file(slice: string): string;
}

/** Latin, Greek, Cyrillic, Vietnamese, arrows and mathematical signs: in every export, so these are always loaded. */
export const baseFamily: WholeFamily = {
  kind: 'whole',
  name: 'inter',
  ranges: [[0, 0x10ffff]],
  files: { 400: 'Inter-Regular.ttf', 600: 'Inter-SemiBold.ttf' },
};

const whole = (name: string, ranges: readonly CodePointRange[]): WholeFamily => ({
  kind: 'whole',
  name,
  ranges,
  files: { 400: `${name}-400.woff`, 600: `${name}-600.woff` },
});

const sliced = (name: string, ranges: readonly CodePointRange[], isPictures = false): SlicedFamily => ({
  kind: 'sliced',
  name,
  ranges,
  isPictures,
  index: `${name}.json`,
  file: (slice) => `${name}-${slice}-400.woff`,
});

const han: readonly CodePointRange[] = [
  [0x2e80, 0x303f],
  [0x3100, 0x312f],
  [0x31a0, 0xa4cf],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff],
];
const kana: readonly CodePointRange[] = [
  [0x3040, 0x30ff],
  [0x31f0, 0x31ff],
];
const hangul: readonly CodePointRange[] = [
  [0x1100, 0x11ff],
  [0x3130, 0x318f],
  [0xa960, 0xd7ff],
];

const arabicFamily = whole('noto-sans-arabic', [
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x870, 0x8ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0x1ee00, 0x1eeff],
]);
const hebrewFamily = whole('noto-sans-hebrew', [
  [0x590, 0x5ff],
  [0xfb1d, 0xfb4f],
]);
const devanagariFamily = whole('noto-sans-devanagari', [
  [0x900, 0x97f],
  [0x1cd0, 0x1cff],
  [0xa830, 0xa839],
  [0xa8e0, 0xa8ff],
]);
/** Scripts that one family each has whole, and no other draws. */
const otherFamilies = [
  whole('noto-sans-thai', [[0xe00, 0xe7f]]),
  whole('noto-sans-bengali', [[0x980, 0x9ff]]),
  whole('noto-sans-tamil', [[0xb80, 0xbff]]),
  whole('noto-sans-telugu', [[0xc00, 0xc7f]]),
  whole('noto-sans-armenian', [
    [0x530, 0x58f],
    [0xfb13, 0xfb17],
  ]),
  whole('noto-sans-georgian', [
    [0x10a0, 0x10ff],
    [0x1c90, 0x1cbf],
    [0x2d00, 0x2d2f],
  ]),
];
const chineseFamily = sliced('noto-sans-sc', [...han, ...kana]);
const japaneseFamily = sliced('noto-sans-jp', [...han, ...kana]);
const koreanFamily = sliced('noto-sans-kr', [...han, ...hangul]);
const emojiFamily = sliced(
  'noto-emoji',
  [
    [0x23, 0x39],
    [0xa9, 0xae],
    [0x2000, 0x32ff],
    [0x1f000, 0x1faff],
  ],
  true,
);

/** Every family there is: what a build has to bring along. */
export const fontFamilies: readonly FontFamily[] = [
  baseFamily,
  arabicFamily,
  hebrewFamily,
  devanagariFamily,
  ...otherFamilies,
  chineseFamily,
  japaneseFamily,
  koreanFamily,
  emojiFamily,
];

/** Drawn as a picture unless a text says otherwise: it asks for one, is one by default, is a flag or a keycap. */
const isEmoji = /\ufe0f|\p{Emoji_Presentation}|\p{Regional_Indicator}|\u20e3/u;

/**
 * The families to ask for a grapheme, best first. Chinese, Japanese and Korean draw the same Han character differently,
 * so the language decides.
 */
export function familiesFor(grapheme: string, language: string): FontFamily[] {
  const codePoint = grapheme.codePointAt(0) ?? 0;
  const east = [chineseFamily, japaneseFamily, koreanFamily];
  const first = language.startsWith('ja') ? japaneseFamily : language.startsWith('ko') ? koreanFamily : chineseFamily;
  const scripts = [
    hebrewFamily,
    arabicFamily,
    devanagariFamily,
    ...otherFamilies,
    first,
    ...east.filter((family) => family !== first),
  ];
  const order = isEmoji.test(grapheme) ? [emojiFamily, baseFamily, ...scripts] : [baseFamily, ...scripts, emojiFamily];
  return order.filter(({ ranges }) => isWithin(codePoint, ranges));
}

const isWithin = (codePoint: number, ranges: readonly CodePointRange[]): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

/** Joiners and variation selectors choose a glyph and have none. */
const withoutShape = /\p{Join_Control}|\p{Variation_Selector}/gu;

/** The code points of a grapheme that a font must have. */
export const visibleCodePoints = (grapheme: string): number[] =>
  Array.from(grapheme.replace(withoutShape, ''), (character) => character.codePointAt(0) ?? 0);
