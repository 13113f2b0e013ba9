import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { AnsweredFinding } from './answers.ts';
import { findingId } from './findingId.ts';
import { groupMessage, groupTitle } from './groupWords.ts';
import { groupBy } from './mapView.ts';
import { moneyAtStake } from './moneyAtStake.ts';
import { SEVERITIES, type Severity } from './rule.ts';
import { type Grouping, groupings, type SharedCause, sharing } from './sharedCauses.ts';

/** Findings that are read together. The findings themselves stay what they are: numbers, answers and fixes are theirs. */
export type FindingGroup =
  | { readonly kind: 'one'; readonly id: string; readonly findings: readonly [AnsweredFinding] }
  | ManyFindings;

export interface ManyFindings {
  readonly kind: 'many';
  /** Made of the rule and what the findings share, so that it stays while findings come and go. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** "12 hand-offs between departments have no owner". */
  readonly title: string;
  readonly message: string;
  /** As they stand on the map: "1-4, 7". */
  readonly numbers: string;
  /** By rank; never empty. */
  readonly findings: readonly AnsweredFinding[];
  /** All places, each once. */
  readonly items: readonly ItemRef[];
  /** A month; each place counts once. */
  readonly moneyAtStake: number;
}

/** Two gaps are sooner read than opened. */
const ENOUGH = 3;

/**
 * Findings of one rule with one cause become one entry to read, where there are three or more; the entries stand in the
 * order of their best findings. What was dismissed stays by itself.
 *
 * @param findings ranked
 * @param held ids of groups, and of findings by themselves, that somebody is reading or typing in: such a group stays as
 *   long as it has any finding, and such a finding is not drawn into a group that others' edits make
 */
export function groupFindings(
  map: MapSnapshot,
  findings: readonly AnsweredFinding[],
  held: ReadonlySet<string> = new Set(),
): readonly FindingGroup[] {
  const rank = new Map<string, number>(findings.map(({ id }, index) => [id, index]));
  const open = findings.filter(({ number }) => number !== null);
  const grouped = [...groupBy(open, ({ rule }) => rule)].flatMap(([rule, found]) => {
    const grouping = groupings.get(rule);
    return grouping ? groupsOf(map, rule, grouping, found, held) : [];
  });
  const taken = new Set(grouped.flatMap((group) => group.findings));
  const single = findings
    .filter((finding) => !taken.has(finding))
    .map((finding): FindingGroup => ({ kind: 'one', id: finding.id, findings: [finding] }));
  const rankOf = ({ findings: [best] }: FindingGroup) => rank.get(best?.id ?? '') ?? 0;
  return [...grouped, ...single].sort((a, b) => rankOf(a) - rankOf(b));
}

interface Bucket {
  readonly id: string;
  readonly cause: SharedCause;
  readonly ids: readonly string[];
  readonly findings: readonly AnsweredFinding[];
}

/**
 * A cause that explains most of what is left takes its findings, the one that says most first. Where it explains less, the
 * next one is asked: a few small groups and many single findings are no shorter to read than before.
 */
function groupsOf(
  map: MapSnapshot,
  rule: string,
  { causes, ...words }: Grouping,
  findings: readonly AnsweredFinding[],
  held: ReadonlySet<string>,
): ManyFindings[] {
  const buckets: Bucket[] = [];
  let left = findings;
  const take = (some: readonly Bucket[]) => {
    buckets.push(...some);
    const gone = new Set(some.flatMap((bucket) => bucket.findings));
    left = left.filter((finding) => !gone.has(finding));
  };
  if (held.size > 0) {
    for (const cause of causes) take(bucketsOf(map, rule, cause, left).filter(({ id }) => held.has(id)));
    left = left.filter(({ id }) => !held.has(id));
  }
  for (const cause of causes) {
    if (left.length < ENOUGH) break;
    const large = bucketsOf(map, rule, cause, left).filter((bucket) => bucket.findings.length >= ENOUGH);
    const explained = large.reduce((sum, bucket) => sum + bucket.findings.length, 0);
    if (explained * 2 > left.length) take(large);
  }
  return buckets.map(({ id, cause, ids, findings: shared }) => {
    const others = cause.name === '' && buckets.length > 1;
    return {
      kind: 'many',
      id,
      rule,
      severity: SEVERITIES.find((severity) => shared.some((finding) => finding.severity === severity)) ?? 'low',
      title: groupTitle(words, shared, others, cause.where(map, ids, shared)),
      message: groupMessage(map, cause, shared),
      numbers: numbersOf(shared),
      findings: shared,
      items: placesOf(shared),
      moneyAtStake: moneyAtStake(shared),
    };
  });
}

function bucketsOf(
  map: MapSnapshot,
  rule: string,
  cause: SharedCause,
  findings: readonly AnsweredFinding[],
): readonly Bucket[] {
  return sharing(map, cause, findings).map(({ ids, findings: shared }) => {
    // "group" keeps it apart from the id of a finding that is about the whole map.
    const id = findingId(
      `group:${rule}${cause.name && `:${cause.name}`}`,
      ids.map((part) => ({ id: part })),
    );
    return { id, cause, ids, findings: shared };
  });
}

function placesOf(findings: readonly AnsweredFinding[]): readonly ItemRef[] {
  const byKey = new Map(findings.flatMap(({ items }) => items.map((item) => [`${item.kind}/${item.id}`, item])));
  return [...byKey.values()];
}

/** Runs of numbers are drawn together: "1-4, 7". */
function numbersOf(findings: readonly AnsweredFinding[]): string {
  const runs: [first: number, last: number][] = [];
  for (const { number } of findings) {
    if (number === null) continue;
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
