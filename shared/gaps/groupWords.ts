import { nameOf } from '../model/collections.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Finding } from './findGaps.ts';
import { type Grouping, type SharedCause, sharing } from './sharedCauses.ts';
import { distinct, listed, named } from './words.ts';

/** "14 touchpoints in Housing have no owner". */
export function groupTitle(
  { thing, says }: Pick<Grouping, 'thing' | 'says'>,
  findings: readonly Finding[],
  others: boolean,
  where: string,
): string {
  const [only, ...more] = findings;
  // A group that people read in may shrink to one.
  if (only && more.length === 0) return only.title;
  return [findings.length, others ? 'other' : '', `${thing}s`, where, says].filter((word) => word !== '').join(' ');
}

const SHOWN = 3;
const NAMES_SHOWN = 2;

/** Where most of them are: "5 from Sales, 3 from Field and 4 from others." */
export function groupMessage(map: MapSnapshot, { within }: SharedCause, findings: readonly Finding[]): string {
  if (within === null) return sentence(itemNames(map, findings), NAMES_SHOWN);
  const parts = sharing(map, within, findings)
    .map(({ ids, findings: shared }) => ({ where: within.where(map, ids, shared), count: shared.length }))
    .sort((a, b) => b.count - a.count);
  // "1 from Sales, 1 from Field" counts what needs no counting.
  if (parts.every(({ count }) => count === 1))
    return sentence(
      parts.map(({ where }) => where),
      SHOWN,
    );
  const shown = parts.length > SHOWN ? parts.slice(0, SHOWN - 1) : parts;
  const rest = findings.length - shown.reduce((sum, { count }) => sum + count, 0);
  const words = shown.map(({ where, count }) => `${count} ${where}`);
  return `${listed(rest > 0 ? [...words, `${rest} others`] : words)}.`;
}

/** What each finding is about; a hand-off is told by where it starts, which is short. */
const itemNames = (map: MapSnapshot, findings: readonly Finding[]): readonly string[] =>
  distinct(
    findings.flatMap(({ items }) => {
      const item = items.find(({ kind }) => kind !== 'handoff');
      return item ? [named({ title: nameOf(map, item) })] : [];
    }),
  );

function sentence(words: readonly string[], most: number): string {
  const shown = words.length > most + 1 ? [...words.slice(0, most), `${words.length - most} more`] : words;
  const text = listed(shown);
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
