import type { Option } from '../../ui/comboboxChoices.ts';

let known: readonly Option[] | null = null;

/** All currencies the browser knows, the common ones first. Read once: there are about three hundred. */
export function currencies(): readonly Option[] {
  known ??= readCurrencies();
  return known;
}

const COMMON = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY', 'INR'];

function readCurrencies(): readonly Option[] {
  const names = new Intl.DisplayNames(['en'], { type: 'currency' });
  const codes = new Set([...COMMON, ...Intl.supportedValuesOf('currency')]);
  return [...codes].map((code) => ({ id: code, label: code, hint: names.of(code) ?? code }));
}
