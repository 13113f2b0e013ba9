import type { ItemRef } from '../model/records.ts';
import { sentBack } from './bounces.ts';
import { crosses, sameOwner } from './links.ts';
import { groupBy, type Link, type MapView, type Placed } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, distinct, named } from './words.ts';

/** So many hand-offs between departments in one stage are too many. */
const CHAIN = 3;
/** How far to look from one start, in hand-offs along one way and in all: enough for what people draw, and quick. */
const LONGEST = 12;
const MOST_LOOKS = 60;

export const passedAlong: GapRule = {
  id: 'passed-along',
  severity: 'medium',
  title: 'Passed along from hand to hand',
  why: 'Work that is cut into pieces for specialists spends its time between them, waiting and being reconciled (Hammer, “Reengineering Work: Don’t Automate, Obliterate”, 1990).',
  find(view) {
    return [...groupBy(view.touchpoints, ({ stage }) => stage)].flatMap(([stage, touchpoints]) => {
      const chain = firstChain(view, touchpoints);
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
          facts: lanes.map(({ id }) => id),
          fix: goFix('See the hand-offs', 'handoff', handoffs[0]?.handoff.id ?? '', 'handoffs'),
        },
      ];
    });
  },
};

function firstChain(view: MapView, touchpoints: readonly Placed[]): readonly Link[] | null {
  for (const start of touchpoints) {
    const chain = chainFrom(view, start);
    if (chain) return chain;
  }
  return null;
}

/** One team in two lanes hands nothing over, and what is sent back is back and forth, which is another gap. */
const counts = (view: MapView, link: Link): boolean =>
  crosses(view, link) && !sameOwner(link.from, link.to) && !sentBack(view).has(link);

/**
 * The first chain from a touchpoint, inside its stage and never twice through one touchpoint, that changes hands often
 * enough.
 */
function chainFrom(view: MapView, start: Placed): readonly Link[] | null {
  let looks = 0;
  const chain: Link[] = [];
  const follow = (at: Placed): boolean => {
    if (chain.filter((link) => counts(view, link)).length >= CHAIN) return true;
    if (chain.length === LONGEST) return false;
    for (const link of view.linksFrom(at.touchpoint.id)) {
      if (looks++ > MOST_LOOKS) return false;
      if (link.to.stage !== start.stage || link.to === start || chain.some(({ to }) => to === link.to)) continue;
      chain.push(link);
      if (follow(link.to)) return true;
      chain.pop();
    }
    return false;
  };
  return follow(start) ? goOn(view, start, chain) : null;
}

/** Follows a chain that was found as far as it goes by the first way, so that the whole of it is told. */
function goOn(view: MapView, start: Placed, found: readonly Link[]): readonly Link[] {
  const chain = [...found];
  for (let last = chain.at(-1); last && chain.length < LONGEST; ) {
    const next = view
      .linksFrom(last.to.touchpoint.id)
      .find(({ to }) => to.stage === start.stage && to !== start && !chain.some((link) => link.to === to));
    if (next) chain.push(next);
    last = next;
  }
  return chain;
}
