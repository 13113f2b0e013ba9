const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (word: string, count: number) =>
  Array.from(graphemes.segment(word), ({ segment }) => segment)
    .slice(0, count)
    .join('');

/** Up to two letters for an avatar: "Mika Kay" is MK, "Guest 12" is G1, "jo" is JO. */
export function initialsOf(name: string): string {
  // "Web team (assumed)" is WT: what stands in brackets is a remark, and a bracket nobody's initial.
  const words = name.replaceAll(/\([^)]*\)/gu, ' ').split(/[\s()"“”„,;&+/|·–—-]+/u);
  const [first = '', ...others] = words.filter((word) => word !== '');
  const last = others.at(-1);
  const letters = last === undefined ? lettersOf(first, 2) : lettersOf(first, 1) + lettersOf(last, 1);
  return letters.toUpperCase() || '?';
}
