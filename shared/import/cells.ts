import { EVIDENCE, type Evidence, INFORMATION, LIFECYCLES, type Lifecycle, type Visibility } from '../model/records.ts';

/** A cell as a value; null when the words mean nothing we know. */
type Meaning<T> = T | null;

/** A title as it goes on the map: one line, no doubled spaces, nothing that a document cannot hold. */
export const cleanTitle = (cell: string): string => wellFormed(cell).replace(/\s+/g, ' ').trim();

/** Longer text keeps its lines. */
export const cleanText = (cell: string): string => wellFormed(cell).trim();

/** Half a surrogate pair cannot be sent as UTF-8: two people would see two different texts. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** What makes two spellings of a title the same: case, spaces and the shape of quotes and dashes do not count. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** -2 to +2, with any of the minus signs that programs write. */
export function readFeeling(cell: string): Meaning<number> {
  const match = /^([+-])?(\d+)([.,]0+)?$/.exec(cell.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s/g, ''));
  const value = match ? Number(match[2]) * (match[1] === '-' ? -1 : 1) : Number.NaN;
  // Adding zero turns -0 into 0.
  return value >= -2 && value <= 2 ? value + 0 : null;
}

const YES = new Set(['yes', 'y', 'true', 'x', '1', '*', '★', '✓', '✔', 'moment of truth', 'mot']);
const NO = new Set(['no', 'n', 'false', '0', '-', '–', '—']);

/** Yes or no, as people tick things off. */
export function readFlag(cell: string): Meaning<boolean> {
  const word = cell.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** Which side of the line of visibility, in the words in use for it. */
export function readVisibility(cell: string): Meaning<Visibility> {
  const word = cell.toLowerCase().replace(/[^a-z]/g, '');
  if (['frontstage', 'front', 'frontoffice', 'customerfacing', 'visible', 'onstage'].includes(word))
    return 'frontstage';
  if (['backstage', 'back', 'backoffice', 'invisible', 'offstage', 'internal'].includes(word)) return 'backstage';
  return ['support', 'supporting', 'supportprocess', 'supportprocesses'].includes(word) ? 'support' : null;
}

/** How much of what is known travels with a hand-off. */
export function readInformation(cell: string): Meaning<(typeof INFORMATION)[number]> {
  const word = cell.trim().toLowerCase();
  if (['everything', 'full', 'complete'].includes(word)) return 'all';
  if (['partial', 'partly', 'part'].includes(word)) return 'some';
  if (['nothing', 'no'].includes(word)) return 'none';
  return INFORMATION.find((information) => information === word) ?? null;
}

/** Lifecycles have no other names: guessing from a stage's title is `guessLifecycle`. */
export const readLifecycle = (cell: string): Meaning<Lifecycle> =>
  LIFECYCLES.find((lifecycle) => lifecycle === cell.trim().toLowerCase()) ?? null;

/** `feedback`, `behaviour` or both, between any signs. */
export function readEvidence(cell: string): Meaning<readonly Evidence[]> {
  const words = cell.toLowerCase().match(/[a-z]+/g) ?? [];
  const kinds = words.filter((word) => word !== 'and').map((word) => (word === 'behavior' ? 'behaviour' : word));
  const known = EVIDENCE.filter((kind) => kinds.includes(kind));
  return known.length > 0 && kinds.every((kind) => EVIDENCE.some((one) => one === kind)) ? known : null;
}

/** Nobody writes a name of these; they say that nobody is known. */
const NOBODY = new Set([
  '-',
  '–',
  '—',
  '?',
  '??',
  '???',
  'n/a',
  'na',
  'none',
  'nobody',
  'no one',
  'tbd',
  'tbc',
  'unknown',
  'unclear',
  'open',
]);

/** Whether a cell for an owner says that there is none, in one of the ways people write that. */
export const isNobody = (cell: string): boolean => NOBODY.has(cell.trim().toLowerCase());

/** An amount or a count of zero or more: currency signs and either way of grouping thousands are understood. */
export function readAmount(cell: string): Meaning<number> {
  const bare = cell.replace(/[\s'’\u00a0\u202f]/g, '').replace(/^(\p{Sc}|[A-Z]{3})|(\p{Sc}|[A-Z]{3})$/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const grouped = /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(bare);
  const lastSign = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (grouped || lastSign < 0) return Number(bare.replace(/[.,]/g, ''));
  const whole = bare.slice(0, lastSign);
  const fraction = bare.slice(lastSign + 1);
  return !/^\d*$/.test(whole) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole)
    ? null
    : Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
}
