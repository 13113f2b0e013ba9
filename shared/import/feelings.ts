import { readFeeling } from './cells.ts';

/** What a column or row of emotions is counted in; `ours` is -2 to +2. */
export type FeelingScale = 'ours' | 'oneToFive' | 'oneToTen';

/**
 * The scale of the numbers in these cells. Another one than ours is only believed where several say so and none is
 * below what it begins with: a single 5 among small numbers is a slip of the finger.
 */
export function scaleOf(cells: readonly string[]): FeelingScale {
  const numbers = cells.flatMap((cell) => numberIn(cell) ?? []);
  const isBeyond = numbers.filter((number) => number > 2).length;
  if (numbers.length < 3 || isBeyond < 2 || numbers.some((number) => number < 1)) return 'ours';
  const most = numbers.reduce((highest, number) => Math.max(highest, number), 0);
  return most <= 5 ? 'oneToFive' : most <= 10 ? 'oneToTen' : 'ours';
}

/** How another scale was read, as a sentence. */
export const SCALE_WORDS: Readonly<Record<Exclude<FeelingScale, 'ours'>, string>> = {
  oneToFive: 'Emotions stand here on a scale from 1 to 5. They were read as −2 to +2.',
  oneToTen: 'Emotions stand here on a scale from 1 to 10. They were read as −2 to +2, to the nearest.',
};

/** A feeling as a number of ours, and whether it stood there in words or faces and had to be guessed. */
export interface ReadFeeling {
  readonly value: number;
  readonly guessed: boolean;
}

/** A cell as a feeling; null when it says none that we know, or two that contradict each other. */
export function readAnyFeeling(cell: string, scale: FeelingScale): ReadFeeling | null {
  const number = numberIn(cell);
  if (scale === 'oneToFive' && number !== null) return { value: Math.round(number - 3) + 0, guessed: false };
  if (scale === 'oneToTen' && number !== null)
    return { value: Math.round(((number - 1) / 9) * 4 - 2) + 0, guessed: false };
  const plain = readFeeling(cell);
  if (plain !== null) return { value: plain, guessed: false };
  const value = inWords(cell);
  return value === null ? null : { value, guessed: true };
}

/** "4", "4/5", "4,5". */
function numberIn(cell: string): number | null {
  const match = /^\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:\/\s*(?:5|10))?\s*$/.exec(cell);
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'));
}

/** Words and faces by what they stand for. The strong ones come first: "very unhappy" holds "unhappy" and "happy". */
const WORDS: readonly (readonly [value: number, words: RegExp])[] = [
  [
    -2,
    /[😡🤬😠😭😤😱😖😫]|--|−−|\b(very (unhappy|bad|frustrated|dissatisfied|negative)|angry|furious|hates?|awful|terrible|horrible|desperate|outraged|sehr (unzufrieden|schlecht|negativ)|wütend|verärgert|très mécontent|muy insatisfecho)\b/giu,
  ],
  [
    -1,
    /[🙁☹😕😟😞😒😣😢😔😰😥😩🥱👎]|\b((un|dis)(happy|satisfied|appointed|pleased|sure|certain)|dissatisfied|sad|bad|negative|annoyed|frustrat\w*|confus\w*|anxious|worried|worry|nervous|stress\w*|impatient|overwhelmed|insecure|bored|irritated|skeptical|sceptical|unzufrieden|schlecht|negativ|genervt|frustriert|unsicher|besorgt|gestresst|enttäuscht|verwirrt|mécontent|frustré|insatisfecho)\b/giu,
  ],
  [
    2,
    /[😀😃😄😁😍🤩🥳😊❤]|\+\+|\b(very (happy|good|satisfied|positive|pleased)|delight\w*|excited|thrilled|enthusiastic|loves?|great|excellent|amazing|proud|sehr (zufrieden|gut|positiv)|begeistert|très satisfait|muy satisfecho)\b/giu,
  ],
  [
    1,
    /[🙂😌😉☺👍]|^\+$|\b(happy|good|positive|satisfied|pleased|confident|curious|interested|hopeful|relieved|relaxed|calm|optimistic|glad|zufrieden|gut|positiv|froh|neugierig|erleichtert|zuversichtlich|interessiert|satisfait|satisfecho|contento)\b/giu,
  ],
  [0, /[😐😶😑🤔]|\b(neutral|okay|ok|so-so|mixed|indifferent|unaffected|gleichgültig|neutre)\b/giu],
];

function inWords(cell: string): number | null {
  let rest = ` ${cell} `.normalize('NFC');
  const found = new Set<number>();
  for (const [value, words] of WORDS) {
    const without = rest.replace(words, ' ');
    if (without !== rest) found.add(value);
    rest = without;
  }
  if (/\b(not|no|nicht|kein\w*|never|less)\b/i.test(cell)) return null;
  const values = [...found];
  const isMixed = values.some((value) => value > 0) && values.some((value) => value < 0);
  // Two shades of the same side: the stronger one is the one somebody would act on.
  return values.length === 0 || isMixed
    ? null
    : values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most));
}
