import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Characters that can make a level other than 0: right-to-left letters and marks, and bidi controls. */
const maybeRightToLeft =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export interface Directions {
  /** Whether the paragraph as a whole reads from right to left: it starts at the right edge. */
  readonly rtl: boolean;
  /** The embedding level of the UTF-16 unit at `index`; odd levels read from right to left. */
  levelAt(index: number): number;
}

const leftToRight: Directions = { rtl: false, levelAt: () => 0 };

/** `auto`: the first strong letter decides; `ltr`: a sentence of ours, whatever the names in it are written in. */
export type BaseDirection = 'auto' | 'ltr';

/** Finds the directions in one paragraph by the Unicode bidirectional algorithm. */
export function readDirections(paragraph: string, base: BaseDirection = 'auto'): Directions {
  if (!maybeRightToLeft.test(paragraph)) return leftToRight;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph, base);
  return { rtl: ((paragraphs[0]?.level ?? 0) & 1) === 1, levelAt: (index) => levels[index] ?? 0 };
}

/** The order in which runs of these levels stand on the line from left to right, as indexes (rule L2 of UAX 9). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const levelOf = (position: number) => levels[order[position] ?? 0] ?? 0;
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && levelOf(end) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return order;
}
