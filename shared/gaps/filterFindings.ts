import { collectionOf } from '../model/collections.ts';
import { outlineOf } from '../model/outline.ts';
import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { AnsweredFinding } from './answers.ts';
import type { Severity } from './rule.ts';

export type GapStatus = 'open' | 'assigned' | 'planned';

/** What a list of gaps is narrowed down to; null takes all. */
export interface GapFilter {
  readonly department: string | null;
  readonly stage: string | null;
  readonly severity: Severity | null;
  readonly rule: string | null;
  /** A person: who is to take care of it, answers for it by an initiative, or owns what it is about. */
  readonly owner: string | null;
  readonly status: GapStatus | null;
}

export const NO_FILTER: GapFilter = {
  department: null,
  stage: null,
  severity: null,
  rule: null,
  owner: null,
  status: null,
};

/** The findings that a filter lets through, in their order. */
export function filterFindings(
  map: MapSnapshot,
  findings: readonly AnsweredFinding[],
  filter: GapFilter,
): readonly AnsweredFinding[] {
  return findings.filter(
    (finding) =>
      (filter.department === null || finding.departments.some((id) => id === filter.department)) &&
      (filter.stage === null || stagesOf(map, finding).has(filter.stage)) &&
      (filter.severity === null || finding.severity === filter.severity) &&
      (filter.rule === null || finding.rule === filter.rule) &&
      (filter.owner === null || ownersOf(map, finding).has(filter.owner)) &&
      (filter.status === null || statusOf(finding) === filter.status),
  );
}

/** How far a gap has been taken up. An assignment says more than a plan. */
const statusOf = ({ answer, initiatives }: AnsweredFinding): GapStatus =>
  answer.status === 'assigned' ? 'assigned' : initiatives.length > 0 ? 'planned' : 'open';

/** The stages in which the items of a finding stand. */
function stagesOf(map: MapSnapshot, { items }: Pick<AnsweredFinding, 'items'>): ReadonlySet<string> {
  return new Set(items.flatMap((item) => stagesAt(map, item)));
}

function stagesAt(map: MapSnapshot, { kind, id }: ItemRef): readonly string[] {
  switch (kind) {
    case 'stage':
      return [id];
    case 'step': {
      const stage = outlineOf(map).stageOf(id);
      return stage ? [stage.id] : [];
    }
    case 'touchpoint':
    case 'note': {
      const step = map[collectionOf(kind)].get(id)?.place?.step;
      return step ? stagesAt(map, { kind: 'step', id: step }) : [];
    }
    case 'handoff': {
      const handoff = map.handoffs.get(id);
      const ends = [handoff?.from ?? null, handoff?.to ?? null].filter((end) => end !== null);
      return ends.flatMap((end) => stagesAt(map, { kind: 'touchpoint', id: end }));
    }
    case 'metric': {
      const on = map.metrics.get(id)?.on;
      return on ? stagesAt(map, on) : [];
    }
    case 'lane':
    case 'person':
    case 'persona':
    case 'initiative':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Everybody who has to do with a finding. */
export function ownersOf(
  map: MapSnapshot,
  { answer, initiatives, items }: Pick<AnsweredFinding, 'answer' | 'initiatives' | 'items'>,
): ReadonlySet<string> {
  const owners: (string | null | undefined)[] = [answer.status === 'assigned' ? answer.to : null];
  for (const id of initiatives) owners.push(map.initiatives.get(id)?.owner);
  for (const { kind, id } of items) {
    if (kind === 'touchpoint') owners.push(map.touchpoints.get(id)?.owner);
    if (kind === 'handoff') owners.push(map.handoffs.get(id)?.owner);
    if (kind === 'person') owners.push(id);
  }
  return new Set(owners.filter((owner) => owner !== null && owner !== undefined));
}
