/** Numbers as the page writes them: one language, so that a screenshot means the same everywhere. */
const LOCALE = 'en-GB';

/** For a field in which it was typed: what is kept is shown, however small. */
export const formatExactly = (value: number): string => value.toLocaleString(LOCALE, { maximumSignificantDigits: 15 });

/** "£412k": as short as it can be without lying much. */
export const compactMoney = (value: number, currency: string): string =>
  new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
    .format(value)
    .replace(/K$/, 'k');

/** "£" for GBP; the code itself where a currency has no sign. */
export const currencySign = (currency: string): string =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

/** "14 Nov 2026" of a calendar day, which has no time zone. */
export const formatDay = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(LOCALE, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** "22 Nov 2026, 14:02" of a moment in time, where whoever reads it is; '' of none. */
export function formatMoment(time: string): string {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return '';
  return moment.toLocaleString(LOCALE, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
