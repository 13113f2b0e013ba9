/** An emotion as it stands in a sentence: +1, 0, −2 with a real minus sign. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

/** "1 hand-off", "3 hand-offs". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

// Made once: to make one takes longer than to look for all gaps of a small map. Digits enough that an
// availability of 99.991% is not the 99.99% that was agreed, and none of them is 100%.
const usual = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
/** What is next to nothing is still told from nothing. */
const tiny = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** A measured value with its unit: "71%", "4.4", "£1,200", "−£12", "7.5 min", "€3 per call". */
export const valueText = (value: number, unit: string): string =>
  // Plus nothing, so that −0 is 0.
  withUnit((Math.abs(value) < 0.0001 ? tiny : usual).format(value + 0), unit);

/** A number as it is written, with its unit: money is written before it, a percentage close to it. */
export function withUnit(number: string, unit: string): string {
  const amount = number.replace(/^[-−]/, '');
  const sign = amount === number ? '' : '−';
  const word = unit.trim();
  const [, money, per = ''] = /^((?:[A-Z]{1,3})?\p{Sc})(.*)$/su.exec(word) ?? [];
  if (money !== undefined) return `${sign}${money}${amount}${per}`;
  return `${sign}${amount}${/^(?:$|[%‰°])/.test(word) ? '' : ' '}${word}`;
}
