import { counted } from '../model/inWords.ts';
import type { Lane } from '../model/records.ts';

const LONGEST = 90;

/** What turns the direction of writing: in a name it would turn the rest of the sentence, too. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const oneLine = (title: string): string => title.replace(TURNS, '').replace(/\s+/g, ' ').trim();

/** The name of something on the map, as it stands in a sentence. */
export function named({ title }: { readonly title: string }): string {
  const words = oneLine(title);
  if (words === '') return 'one without a title';
  return `“${words.length > LONGEST ? `${cut(words, LONGEST - 1).trimEnd()}…` : words}”`;
}

/** Not through the middle of a character that takes two units. */
const cut = (words: string, length: number): string => words.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** A department needs no quotation marks: "Sales and Field share no system". */
export const department = ({ title }: Pick<Lane, 'title'>): string => oneLine(title) || 'a department without a name';

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
const rounded = (value: number): number => Math.round(value * 10) / 10;
