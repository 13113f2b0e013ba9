import { formatNumber } from '../../format.ts';

/** "71 %", "4.4": a value with its unit. */
export const withUnit = (value: number, unit: string): string =>
  unit ? `${formatNumber(value)}${unit === '%' ? '' : ' '}${unit}` : formatNumber(value);
