import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Finding } from './findGaps.ts';
import { groupBy } from './mapView.ts';
import { department, named } from './words.ts';

/** What several findings of one rule can have in common. */
export interface SharedCause {
  /** Names the cause in the id of its group, before the ids of what the findings share; '' is the rule alone. */
  readonly name: string;
  /** Ids of what a finding shares with others of its cause; null where it can share nothing. */
  of(finding: Finding, map: MapSnapshot): readonly string[] | null;
  /** Where the findings are, as it stands in a sentence: "in Housing"; '' needs no words. */
  where(map: MapSnapshot, ids: readonly string[], findings: readonly Finding[]): string;
  /** The cause that tells the findings of this one apart; null: their items do. */
  readonly within: SharedCause | null;
}

const lane = (map: MapSnapshot, id: string | undefined) => department(map.lanes.get(id ?? '') ?? { title: '' });

/** Both departments of a hand-off; twice the same where it stays inside one. */
const ends = ({ departments: [from, to = from] }: Finding): readonly [string, string] | null =>
  from !== undefined && to !== undefined ? [from, to] : null;

const between: SharedCause = {
  name: 'between',
  of: ends,
  where: (map, [from, to]) =>
    from === to ? `inside ${lane(map, from)}` : `from ${lane(map, from)} to ${lane(map, to)}`,
  within: null,
};

const toDepartment: SharedCause = {
  name: 'to',
  of: (finding) => ends(finding)?.slice(1) ?? null,
  where: (map, [to]) => `to ${lane(map, to)}`,
  within: null,
};

const fromDepartment: SharedCause = {
  name: 'from',
  of: (finding) => ends(finding)?.slice(0, 1) ?? null,
  where: (map, [from]) => `from ${lane(map, from)}`,
  within: toDepartment,
};

const inDepartment: SharedCause = {
  name: 'in',
  of: ({ departments }) => (departments[0] ? [departments[0]] : null),
  where: (map, [id]) => `in ${lane(map, id)}`,
  within: null,
};

const inStage: SharedCause = {
  name: 'stage',
  of: ({ items: [item] }, map) => {
    const stage = stageOf(map, item);
    return stage === null ? null : [stage];
  },
  where: (map, [id]) => `in the stage ${named(map.stages.get(id ?? '') ?? { title: '' })}`,
  within: null,
};

function stageOf(map: MapSnapshot, item: ItemRef | undefined): string | null {
  if (item?.kind === 'stage') return item.id;
  return item?.kind === 'step' ? (map.steps.get(item.id)?.stage ?? null) : null;
}

/** All that a rule found. */
const theRule = (within: SharedCause | null = null): SharedCause => ({
  name: '',
  of: () => [],
  where: (_map, _ids, findings) =>
    findings.every(({ items: [item], departments }) => item?.kind === 'handoff' && departments.length > 1)
      ? 'between departments'
      : '',
  within,
});

/** Findings by what they share, in the order of their first ones; those that share nothing are left out. */
export function sharing<F extends Finding>(
  map: MapSnapshot,
  cause: SharedCause,
  findings: readonly F[],
): readonly { readonly ids: readonly string[]; readonly findings: readonly F[] }[] {
  const alike = groupBy(findings, (finding) => JSON.stringify(cause.of(finding, map)));
  return [...alike.values()].flatMap((shared) => {
    const ids = shared[0] && cause.of(shared[0], map);
    return ids ? [{ ids, findings: shared }] : [];
  });
}

/** How findings of one rule are read together. */
export interface Grouping {
  /** What there are many of: "14 touchpoints". */
  readonly thing: string;
  /** What is wrong with them: "have no owner". */
  readonly says: string;
  /** The cause that says most comes first. */
  readonly causes: readonly SharedCause[];
}

const handoffs = (says: string): Grouping => ({
  thing: 'hand-off',
  says,
  causes: [between, fromDepartment, theRule(fromDepartment)],
});
const touchpoints = (says: string): Grouping => ({
  thing: 'touchpoint',
  says,
  causes: [inDepartment, theRule(inDepartment)],
});
const steps = (thing: string, says: string): Grouping => ({ thing, says, causes: [inStage, theRule()] });
const items = (thing: string, says: string): Grouping => ({ thing, says, causes: [theRule()] });

/**
 * Rules whose findings have a cause in common when there are many: something was not asked for yet, or one department
 * does not do it. A drop, a bad ending, a loop, a missed target each have a story of their own and are never grouped.
 */
export const groupings: ReadonlyMap<string, Grouping> = new Map([
  ['touchpoint-unowned', touchpoints('have no owner')],
  ['owner-elsewhere', touchpoints('are owned by another department')],
  ['handoff-unowned', handoffs('have no owner')],
  [
    'handoff-unaccepted',
    // Whoever receives is to accept.
    { ...handoffs('are not accepted'), causes: [{ ...toDepartment, within: fromDepartment }, theRule(toDepartment)] },
  ],
  [
    'handoff-missing',
    { ...items('hand-off', 'are missing'), causes: [{ ...theRule(), where: () => 'between departments' }] },
  ],
  ['repeated-information', handoffs('leave the customer to repeat it all')],
  ['channel-break', handoffs('change the channel and share no system')],
  ['system-break', handoffs('share no system')],
  ['wait-untargeted', handoffs('have no agreed wait')],
  // Each wait has its own reasons, but what always comes late between the same two departments has one.
  ['wait-over-target', { ...handoffs('take longer than agreed'), causes: [between] }],
  ['plan-mismatch', { thing: 'department', says: 'differ from the plan', causes: [inStage] }],
  ['stage-empty', items('stage', 'have no steps')],
  ['step-untouched', steps('step', 'have no department with the customer')],
  ['department-silent', items('department', 'have no touchpoint')],
  ['emotion-unrated', steps('step', 'have no emotion')],
  ['no-evidence', steps('emotion', 'have nothing to back them')],
  ['feedback-only', steps('emotion', 'rest on what customers say alone')],
  ['pain-unanswered', items('pain', 'have no initiative')],
  ['unmeasured', items('stage', 'have no metric')],
  ['unbalanced-metric', items('stage', 'have no customer metric')],
  ['untargeted', items('metric', 'have no target')],
  ['stale-metric', items('metric', 'have no recent value')],
  ['persona-unvalued', items('persona', 'have no profitability')],
]);
