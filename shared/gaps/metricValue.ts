import type { Metric } from '../model/records.ts';
import { named } from './words.ts';

export type Measurement = Metric['values'][number];

/** The newest value of a metric; values are kept by date. */
export const newest = ({ values }: Metric): Measurement | undefined => values.at(-1);

// Made once: to make one takes longer than to look for all gaps of a small map.
const usual = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
/** What is next to nothing is still told from nothing. */
const tiny = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** A value with its unit: `71%`, `£1,200`, `4 hours`. */
export function withUnit(value: number, { unit }: Metric): string {
  const amount = (Math.abs(value) < 0.01 ? tiny : usual).format(value).replace(/^-/, '−');
  const word = unit.trim();
  if (/^\p{Sc}$/u.test(word)) return `${word}${amount}`;
  return word === '' ? amount : `${amount}${word === '%' ? '' : ' '}${word}`;
}

/** A metric's name in a sentence. */
export const metricName = (metric: Metric): string => named(metric);

/** Of the company: how long, how many, how dear. */
export const isOperational = ({ kind }: Metric): boolean => kind === 'operational';
/** Of the customers: how they judge it. */
export const isOfCustomers = ({ kind }: Metric): boolean => kind === 'customer';
