import type { ItemRef } from '../model/records.ts';
import { crosses, sameOwner } from './links.ts';
import { groupBy, type Link, type MapView, type Placed } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, distinct, named } from './words.ts';

/** So many hand-offs between departments in one stage are too many. */
const CHAIN = 3;
/** Touchpoints looked at from one start: enough for every chain people draw, little enough to stay quick. */
const MOST_LOOKS = 150;

export const passedAlong: GapRule = {
  id: 'passed-along',
  severity: 'medium',
  title: 'Passed along from hand to hand',
  why: 'Work that is cut into pieces for specialists spends its time between them, waiting and being reconciled (Hammer, “Reengineering Work: Don’t Automate, Obliterate”, 1990).',
  find(view) {
    return [...groupBy(view.touchpoints, ({ stage }) => stage)].flatMap(([stage, touchpoints]) => {
      const chain = touchpoints.map((start) => chainFrom(view, start)).find((found) => found !== null);
      if (!chain) return [];
      const handoffs = chain.filter((link) => counts(view, link));
      const lanes = [handoffs[0]?.from, ...handoffs.map(({ to }) => to)].flatMap((placed) =>
        placed ? [placed.department] : [],
      );
      const ends = chain.flatMap(({ from, to }) => [from.touchpoint.id, to.touchpoint.id]);
      return [
        {
          key: [stage.id],
          items: [
            ...handoffs.map(({ handoff }): ItemRef => ({ kind: 'handoff', id: handoff.id })),
            ...distinct(ends).map((id): ItemRef => ({ kind: 'touchpoint', id })),
          ],
          departments: distinct(lanes).map(({ id }) => id),
          message: `In the stage ${named(stage)} the case changes hands ${handoffs.length} times: ${lanes.map(department).join(', ')}.`,
          fix: goFix('See the hand-offs', 'handoff', handoffs[0]?.handoff.id ?? '', 'handoffs'),
        },
      ];
    });
  },
};

/** One team in two lanes hands nothing over. */
const counts = (view: MapView, link: Link): boolean => crosses(view, link) && !sameOwner(link.from, link.to);

/**
 * The first chain from a touchpoint, inside its stage and never twice through one touchpoint, that changes hands often
 * enough. Between only two departments it is back and forth, which is another gap.
 */
function chainFrom(view: MapView, start: Placed): readonly Link[] | null {
  let looks = 0;
  const follow = (at: Placed, chain: readonly Link[], seen: ReadonlySet<Placed>): readonly Link[] | null => {
    const handoffs = chain.filter((link) => counts(view, link));
    const lanes = new Set(handoffs.flatMap(({ from, to }) => [from.department, to.department]));
    let best: readonly Link[] | null = handoffs.length >= CHAIN && lanes.size > 2 ? chain : null;
    for (const link of view.linksFrom(at.touchpoint.id)) {
      if (link.to.stage !== start.stage || seen.has(link.to) || looks++ > MOST_LOOKS) continue;
      const longer = follow(link.to, [...chain, link], new Set([...seen, link.to]));
      if (longer && (!best || longer.length > best.length)) best = longer;
    }
    return best;
  };
  return follow(start, [], new Set([start]));
}
