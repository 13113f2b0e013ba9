import type { Placed } from './mapView.ts';
import { isReached } from './reached.ts';
import { handoffsAreDue } from './ready.ts';
import type { Fix, Found, GapRule } from './rule.ts';
import { department, distinct, listed, named } from './words.ts';

export const handoffMissing: GapRule = {
  id: 'handoff-missing',
  severity: 'medium',
  title: 'No hand-off between departments',
  why: 'Where the work changes hands and nothing is handed over, the customer carries the case alone; single touchpoints may all be fine while the journey fails (Rawson, Duncan and Jones, “The Truth About Customer Experience”, 2013).',
  find(view) {
    if (!handoffsAreDue(view)) return [];
    const worked = view.customerSteps
      .map(({ id }) => view.touchpointsAt(id).filter((placed) => !view.isOutside(placed.department)))
      .filter((placed) => placed.length > 0);
    return worked.flatMap((later, index) => {
      const earlier = worked[index - 1];
      return earlier && changesHands(earlier, later) && !isReached(view, later) ? [found(earlier, later)] : [];
    });
  },
};

/** Where one department goes on, it carries the case itself. */
function changesHands(earlier: readonly Placed[], later: readonly Placed[]): boolean {
  const before = new Set(earlier.map((placed) => placed.department));
  return !later.some((placed) => before.has(placed.department));
}

function found(earlier: readonly Placed[], later: readonly Placed[]): Found {
  const [end, start] = [earlier.at(-1), later[0]];
  if (!end || !start) throw new Error('A step without touchpoints has no hand-off to miss');
  const departmentsAt = (step: readonly Placed[]) => distinct(step.map((placed) => placed.department));
  const [before, after] = [departmentsAt(earlier), departmentsAt(later)];
  const works = (lanes: typeof before) => `${listed(lanes.map(department))} ${lanes.length > 1 ? 'work' : 'works'}`;
  const fix: Fix = { kind: 'link', label: 'Draw hand-off', from: end.touchpoint.id, to: start.touchpoint.id };
  return {
    key: [end.step.id, start.step.id],
    items: [
      ...later.map(({ touchpoint }) => ({ kind: 'touchpoint' as const, id: touchpoint.id })),
      ...earlier.map(({ touchpoint }) => ({ kind: 'touchpoint' as const, id: touchpoint.id })),
      { kind: 'step', id: start.step.id },
      { kind: 'step', id: end.step.id },
    ],
    departments: distinct([...before, ...after]).map(({ id }) => id),
    message: `${works(before)} at ${named(end.step)}, ${listed(after.map(department))} at ${named(start.step)}; nothing leads there.`,
    facts: [...before.map(({ id }) => id).sort(), '', ...after.map(({ id }) => id).sort()],
    fix: earlier.length === 1 && later.length === 1 ? fix : { ...fix, to: null },
  };
}
