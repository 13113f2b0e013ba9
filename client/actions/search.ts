/** A text as it is searched: without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

const wordsOf = (text: string): readonly string[] => plain(text).split(/\s+/).filter(Boolean);

/**
 * How well a text answers a query: every word of the query must be in it; at its beginning counts most, then at the
 * beginning of a word. 0 when it is no answer.
 */
export function score(query: string, text: string, also = ''): number {
  const [own, more] = [plain(text), plain(also)];
  let sum = 1;
  for (const word of wordsOf(query)) {
    const value = scoreOfWord(word, own) || (scoreOfWord(word, more) > 0 ? 1 : 0);
    if (value === 0) return 0;
    sum += value;
  }
  return sum;
}

function scoreOfWord(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 4;
  // Anywhere in the text a word may begin with it, not only at its first occurrence.
  for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[next - 1] ?? '')) return 3;
  }
  return 2;
}

/** The best answers first; where two are equally good, in the order they came. */
export function best<T>(list: readonly T[], most: number, scoreOf: (item: T) => number): readonly T[] {
  return list
    .map((item) => ({ item, value: scoreOf(item) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ item }) => item);
}
