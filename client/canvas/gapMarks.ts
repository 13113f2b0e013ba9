import type { AnsweredFinding } from '../../shared/gaps/answers.ts';
import type { Severity } from '../../shared/gaps/rule.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { itemKey } from './items.ts';

/** The numbered disc at one place: the gap that ranks first there, and how many others are at the same place. */
export interface Mark {
  readonly number: number;
  readonly severity: Severity;
  readonly finding: string;
  readonly items: readonly ItemRef[];
  readonly label: string;
  readonly more: number;
}

export interface Marks {
  /** By the key of the place: `handoff/h1`, `emotion/s2`. */
  readonly at: ReadonlyMap<string, Mark>;
  /** Hand-offs that a gap is about which matters: what is low is numbered and no more. */
  readonly broken: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { at: new Map(), broken: new Set() };

/** Gaps in how a step feels are marked at its point of the curve, all others at its header. */
const FELT = new Set([
  'emotion-unrated',
  'emotion-drop',
  'bad-moment-of-truth',
  'perception-gap',
  'bad-ending',
  'no-evidence',
  'feedback-only',
]);
const MARKED = new Set<ItemRef['kind']>(['stage', 'step', 'lane', 'touchpoint', 'note', 'handoff']);

function placeOf({ rule, items }: AnsweredFinding): string | null {
  const item = items.find(({ kind }) => MARKED.has(kind));
  if (!item) return null;
  return item.kind === 'step' && FELT.has(rule) ? `emotion/${item.id}` : itemKey(item);
}

/**
 * The marks of ranked gaps; what was dismissed has no number and no mark.
 *
 * @param before what is equal is taken over, so that only marks that changed render again
 */
export function marksOf(findings: readonly AnsweredFinding[], before: Marks = NO_MARKS): Marks {
  const at = new Map<string, Mark>();
  const broken = new Set<string>();
  for (const finding of findings) {
    const { number, severity, items, title, id } = finding;
    if (number === null) continue;
    if (severity !== 'low') for (const item of items) if (item.kind === 'handoff') broken.add(item.id);
    const place = placeOf(finding);
    if (!place) continue;
    const there = at.get(place);
    const label = `Gap ${number}, ${severity}: ${title}`;
    at.set(
      place,
      there ? { ...there, more: there.more + 1 } : { number, severity, finding: id, items, label, more: 0 },
    );
  }
  let changed = at.size !== before.at.size;
  for (const [place, mark] of at) {
    const old = before.at.get(place);
    if (old && same(old, mark)) at.set(place, old);
    else changed = true;
  }
  const sameBroken = broken.size === before.broken.size && [...broken].every((id) => before.broken.has(id));
  return changed || !sameBroken ? { at: changed ? at : before.at, broken } : before;
}

const same = (a: Mark, b: Mark) =>
  a.number === b.number &&
  a.finding === b.finding &&
  a.label === b.label &&
  a.more === b.more &&
  a.items.length === b.items.length &&
  a.items.every((item, i) => item.id === b.items[i]?.id);
