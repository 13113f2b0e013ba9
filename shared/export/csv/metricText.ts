import type { Metric } from '../../model/records.ts';

/** A metric in the words that import understands: `handling time, target at most 4 min`. Values have no place there. */
export function metricText({ title, unit, target, better }: Metric): string {
  const name = title.replace(/[;\s]+/g, ' ').trim();
  if (target === null || name === '') return name;
  const sign = better === 'higher' ? 'at least' : 'at most';
  const isCurrency = /^\p{Sc}$/u.test(unit);
  const readable = isCurrency || /^[^\d<>;\n]{0,40}$/.test(unit) ? unit : '';
  const amount = plainNumber(target);
  if (amount === null) return name;
  return `${name}, target ${sign} ${isCurrency ? unit : ''}${amount}${isCurrency || readable === '' ? '' : ` ${readable}`}`;
}

/** Three digits after a point might be thousands, so they get a fourth. Null for what only an exponent can say. */
function plainNumber(value: number): string | null {
  const text = String(value);
  if (text.includes('e')) return null;
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
