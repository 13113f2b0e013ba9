/** An emotion as it stands in a sentence: +1, 0, −2 with a real minus sign. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

/** "1 hand-off", "3 hand-offs". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

// Made once: to make one takes longer than to look for all gaps of a small map.
const usual = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
/** What is next to nothing is still told from nothing. */
const tiny = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** A measured value with its unit: "71%", "4.4", "£1,200", "−£12", "7.5 min". */
export function valueText(value: number, unit: string): string {
  const size = Math.abs(value);
  const amount = (size < 0.01 ? tiny : usual).format(size);
  const sign = value < 0 ? '−' : '';
  const word = unit.trim();
  if (/^\p{Sc}$/u.test(word)) return `${sign}${word}${amount}`;
  return `${sign}${amount}${word === '' || word === '%' ? '' : ' '}${word}`;
}
