const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Stops as soon as it has its letters: names of cards are read on every frame that draws them. */
function lettersOf(word: string, count: number): string {
  let letters = '';
  let left = count;
  for (const { segment } of graphemes.segment(word)) {
    if (left-- === 0) break;
    letters += segment;
  }
  return letters;
}

/** Up to two letters for an avatar: "Mika Kay" is MK, "Guest 12" is G1, "jo" is JO. */
export function initialsOf(name: string): string {
  // "Web team (assumed)" is WT: what stands in brackets is a remark, and a bracket nobody's initial.
  const words = name.replaceAll(/\([^)]*\)/gu, ' ').split(/[\s()"“”„,;&+/|·–—-]+/u);
  const [first = '', ...others] = words.filter((word) => word !== '');
  const last = others.at(-1);
  const letters = last === undefined ? lettersOf(first, 2) : lettersOf(first, 1) + lettersOf(last, 1);
  return letters.toUpperCase() || '?';
}
