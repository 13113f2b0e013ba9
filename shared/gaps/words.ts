import { counted } from '../model/inWords.ts';
import type { Lane } from '../model/records.ts';

const LONGEST = 90;

/** The name of something on the map, as it stands in a sentence. */
export function named({ title }: { readonly title: string }): string {
  const words = title.replace(/\s+/g, ' ').trim();
  if (words === '') return 'one without a title';
  return `“${words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words}”`;
}

/** A department needs no quotation marks: "Sales and Field share no system". */
export const department = ({ title }: Pick<Lane, 'title'>): string =>
  title.replace(/\s+/g, ' ').trim() || 'a department without a name';

/** "Sales", "Sales and Field", "Sales, Field and Billing". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Each once, in the order of their first appearance. */
export const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** A wait kept in hours, in the unit people would say: "45 minutes", "36 hours", "5 days". */
export function hours(value: number): string {
  if (value < 1) return counted(Math.round(value * 60), 'minute');
  const days = value / 24;
  return days >= 3 ? counted(rounded(days), 'day') : counted(rounded(value), 'hour');
}

/** A number with at most one decimal. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
