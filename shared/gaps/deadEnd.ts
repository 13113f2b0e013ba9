import { worstAt } from './feeling.ts';
import { crosses } from './links.ts';
import type { MapView, Placed } from './mapView.ts';
import { isReached } from './reached.ts';
import type { GapRule } from './rule.ts';
import { department, distinct, listed, named } from './words.ts';

export const deadEnd: GapRule = {
  id: 'dead-end',
  severity: 'medium',
  title: 'It is handed over and stops there',
  why: 'A service fails where its process is not led on, and such fail points are found on paper before customers find them (Shostack, “Designing Services That Deliver”, 1984).',
  find(view) {
    const after = workAfter(view);
    const leadOn = new Set(view.links.map(({ from }) => from.step));
    return view.touchpoints.flatMap((placed) => {
      const { touchpoint, step, stepIndex, department: lane } = placed;
      const arrives = leadOn.has(step) ? undefined : view.linksTo(touchpoint.id).find((link) => crosses(view, link));
      if (!arrives || view.isOutside(lane)) return [];
      const next = after[stepIndex] ?? [];
      const lanes = distinct(next.map((later) => later.department));
      // Where the same department goes on, it keeps the case itself; where nothing leads there at all, that is the gap.
      if (next.length === 0 || lanes.includes(lane) || !isReached(view, next)) return [];
      // A side branch after which the customer is content has done its work: a question that was answered.
      if ((worstAt(view, step)?.value ?? -1) >= 0) return [];
      return [
        {
          key: [touchpoint.id],
          items: [
            { kind: 'touchpoint', id: touchpoint.id },
            { kind: 'touchpoint', id: arrives.from.touchpoint.id },
          ],
          departments: distinct([lane.id, ...lanes.map(({ id }) => id)]),
          message: `${department(arrives.from.department)} hands over to ${named(touchpoint)} in ${department(lane)}, and from there nothing leads on, though ${listed(lanes.map(department))} ${lanes.length > 1 ? 'work' : 'works'} next.`,
          facts: [arrives.handoff.id, ...lanes.map(({ id }) => id).sort()],
          fix: { kind: 'link', label: 'Draw hand-off', from: touchpoint.id, to: null },
        },
      ];
    });
  },
};

/** For every step, the company's work at the next step where there is any; from the end, so that each is looked at once. */
function workAfter(view: MapView): readonly (readonly Placed[])[] {
  const lived = new Set(view.customerSteps);
  let next: readonly Placed[] = [];
  return view.steps
    .toReversed()
    .map((step) => {
      const after = next;
      const here = view.touchpointsAt(step.id).filter((placed) => !view.isOutside(placed.department));
      if (here.length > 0 && lived.has(step)) next = here;
      return after;
    })
    .toReversed();
}
