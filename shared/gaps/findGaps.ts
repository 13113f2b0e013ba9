import type { FindingId, LaneId } from '../model/ids.ts';
import type { ItemRef, Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { worstAt } from './feeling.ts';
import { findingId } from './findingId.ts';
import { rules } from './index.ts';
import { type MapView, type Placed, viewOf } from './mapView.ts';
import { type Fact, type Fix, type GapRule, SEVERITIES, type Severity } from './rule.ts';

/** A gap at a place on the map. */
export interface Finding {
  /** The same for as long as the items it is about are there. */
  readonly id: FindingId;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly message: string;
  /** The most telling first. */
  readonly items: readonly ItemRef[];
  readonly departments: readonly LaneId[];
  readonly fix: Fix | null;
  /** What a dismissal refers to; null: its items and departments. */
  readonly facts: readonly Fact[] | null;
  /** A month, in the map's currency; null where nobody said what a customer here is worth. */
  readonly moneyAtStake: number | null;
  /** The lowest emotion at the place, null where nobody rated it. */
  readonly emotion: number | null;
}

/**
 * Everything that is missing or broken on a map, the worst first: by severity, by money at stake, by how bad the
 * emotion is at that place, and then along the journey, so that equal maps give equal lists.
 */
export function findGaps(map: MapSnapshot, today: string, asked: readonly GapRule[] = rules): readonly Finding[] {
  const steps = gapsInSteps(map, today, asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same rule by rule, for whoever must not be away for long. */
export function* gapsInSteps(
  map: MapSnapshot,
  today: string,
  asked: readonly GapRule[] = rules,
): Generator<undefined, readonly Finding[]> {
  const view = viewOf(map, today);
  const places = placesOf(view);
  yield;
  const findings: Finding[] = [];
  const found: { finding: Finding; ruleIndex: number; rank: number; place: number }[] = [];
  for (const [ruleIndex, rule] of asked.entries()) {
    const ofRule = rule.find(view, findings).map(({ key, items, departments, message, fix = null, facts = null }) => {
      const id = findingId(
        rule.id,
        key.map((part) => ({ id: part })),
      );
      const { severity, title, why } = rule;
      // The first item is what the finding is about; others of its kind share in it, the rest only explain.
      const about = items.filter(({ kind }) => kind === items[0]?.kind);
      const moneyAtStake = greatest(about.map((item) => places.moneyAt(item)));
      const emotion = lowest(about.map((item) => places.emotionAt(item)));
      const finding: Finding = {
        id,
        rule: rule.id,
        severity,
        title,
        why,
        message,
        items,
        departments,
        fix,
        facts,
        moneyAtStake,
        emotion,
      };
      findings.push(finding);
      return { finding, ruleIndex, rank: SEVERITIES.indexOf(severity), place: places.indexOf(items[0]) };
    });
    for (const one of ofRule) found.push(one);
    yield;
  }
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.finding.moneyAtStake ?? 0) - (a.finding.moneyAtStake ?? 0) ||
        (a.finding.emotion ?? UNRATED) - (b.finding.emotion ?? UNRATED) ||
        a.place - b.place ||
        a.ruleIndex - b.ruleIndex ||
        (a.finding.id < b.finding.id ? -1 : 1),
    )
    .map(({ finding }) => finding);
}

/** What nobody rated stands behind what somebody did, whatever the rating. */
const UNRATED = 3;

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const greatest = (values: readonly (number | null)[]): number | null =>
  known(values).reduce<number | null>((most, value) => (most === null || value > most ? value : most), null);
const lowest = (values: readonly (number | null)[]): number | null =>
  known(values).reduce<number | null>((least, value) => (least === null || value < least ? value : least), null);

/** What a place is worth, how it feels and where it is, for every kind of item. */
function placesOf(view: MapView) {
  const { map, outline } = view;
  const byStep = new Map<string, { money: number | null; emotion: number | null }>(
    view.steps.map((step) => [
      step.id,
      {
        money: greatest(view.touchpointsAt(step.id).map(moneyOf)),
        emotion: worstAt(view, step)?.value ?? null,
      },
    ]),
  );
  const byStage = new Map(
    view.stages.map(({ stage, steps }) => {
      const worth = (step: Step) => byStep.get(step.id);
      const money = greatest(steps.map((step) => worth(step)?.money ?? null));
      return [stage.id as string, { money, emotion: lowest(steps.map((step) => worth(step)?.emotion ?? null)) }];
    }),
  );
  // A stage stands where its first step does; one without steps stands at the end.
  const stageIndex = new Map<string, number>(
    view.stages.map(({ stage, steps: [first] }) => [stage.id, first ? outline.stepIndex(first.id) : view.steps.length]),
  );
  const laneIndex = new Map<string, number>(outline.lanes.map(({ id }, index) => [id, index]));

  /** The touchpoints an item stands for: a hand-off for both its ends. */
  const touchpointsOf = ({ kind, id }: ItemRef): readonly Placed[] => {
    const handoff = kind === 'handoff' ? map.handoffs.get(id) : undefined;
    const ids = kind === 'touchpoint' ? [id] : [handoff?.from ?? null, handoff?.to ?? null];
    return ids.map((one) => view.placed(one)).filter((placed) => placed !== undefined);
  };
  const measured = (item: ItemRef): ItemRef => (item.kind === 'metric' ? (map.metrics.get(item.id)?.on ?? item) : item);

  return {
    moneyAt(item: ItemRef): number | null {
      const place = measured(item);
      if (place.kind === 'step') return byStep.get(place.id)?.money ?? null;
      if (place.kind === 'stage') return byStage.get(place.id)?.money ?? null;
      return greatest(touchpointsOf(place).map(moneyOf));
    },
    emotionAt(item: ItemRef): number | null {
      const place = measured(item);
      if (place.kind === 'step') return byStep.get(place.id)?.emotion ?? null;
      if (place.kind === 'stage') return byStage.get(place.id)?.emotion ?? null;
      return lowest(touchpointsOf(place).map(({ step }) => byStep.get(step.id)?.emotion ?? null));
    },
    /** Along the journey, and from top to bottom; what has no place comes last. */
    indexOf(item: ItemRef | undefined): number {
      if (!item) return Number.MAX_SAFE_INTEGER;
      const place = measured(item);
      const rows = outline.lanes.length + 1;
      if (place.kind === 'lane') return view.steps.length * rows + (laneIndex.get(place.id) ?? 0);
      if (place.kind === 'stage') {
        return (stageIndex.get(place.id) ?? view.steps.length) * rows;
      }
      if (place.kind === 'step') return outline.stepIndex(place.id) * rows;
      const [at] = touchpointsOf(place);
      return at ? at.stepIndex * rows + 1 + (laneIndex.get(at.department.id) ?? 0) : Number.MAX_SAFE_INTEGER;
    },
  };
}

/** What is at stake in a month at one touchpoint; null while either number is unknown. */
function moneyOf({ touchpoint: { customersPerMonth, moneyEach } }: Placed): number | null {
  return customersPerMonth === null || moneyEach === null ? null : customersPerMonth * moneyEach;
}
