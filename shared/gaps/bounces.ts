import { worstAt } from './feeling.ts';
import { crosses, sameOwner } from './links.ts';
import type { Link, MapView, Placed } from './mapView.ts';

/** From a department to another and back: over one or more touchpoints there, which are `within`. */
export interface Bounce {
  readonly away: Link;
  readonly within: readonly Placed[];
  readonly back: Link;
}

/** A department that passes the case through more hands of its own has worked on it, and does not just send it back. */
const MOST_WITHIN = 3;
/** Of a touchpoint that fans out widely, so many ways are followed. */
const MOST_WAYS = 24;

const known = new WeakMap<MapView, readonly Bounce[]>();

/** All bounces of a map, found once for all rules that ask. */
export function bouncesOf(view: MapView): readonly Bounce[] {
  const found = known.get(view);
  if (found) return found;
  const bounces = view.links.filter((link) => crosses(view, link)).flatMap((link) => bouncesAfter(view, link));
  known.set(view, bounces);
  return bounces;
}

const returns = new WeakMap<MapView, ReadonlySet<Link>>();

/** Hand-offs that send a case back to the department it came from. */
export function sentBack(view: MapView): ReadonlySet<Link> {
  const found = returns.get(view) ?? new Set(bouncesOf(view).map(({ back }) => back));
  returns.set(view, found);
  return found;
}

/** The ways back into the department where a hand-off started; each return link once, by the shortest way. */
function bouncesAfter(view: MapView, away: Link): Bounce[] {
  const bounces: Bounce[] = [];
  const seen = new Set<Placed>([away.to]);
  let ways: readonly (readonly Placed[])[] = [[away.to]];
  for (let depth = 0; depth < MOST_WITHIN; depth++) {
    const next: (readonly Placed[])[] = [];
    for (const within of ways) {
      const last = within.at(-1);
      for (const link of last ? view.linksFrom(last.touchpoint.id).slice(0, MOST_WAYS) : []) {
        if (link.to.department === away.from.department) bounces.push({ away, within, back: link });
        if (link.to.department !== away.to.department || seen.has(link.to)) continue;
        seen.add(link.to);
        next.push([...within, link.to]);
      }
    }
    ways = next.slice(0, MOST_WAYS);
  }
  return bounces.filter((bounce) => !isOneTeam(bounce) && !movesOn(bounce) && !wentWell(view, bounce));
}

/** Two lanes that are worked by one person are two systems or channels of one team: nobody is sent anywhere. */
const isOneTeam = ({ away, within, back }: Bounce): boolean =>
  [...within, back.to].every((placed) => sameOwner(away.from, placed));

/** A step further with each hand, and the customer is glad where it comes back: the work was shared, not sent back. */
function wentWell(view: MapView, { away, within, back }: Bounce): boolean {
  const way = [away.from, ...within, back.to];
  const forward = way.every((placed, index) => index === 0 || placed.stepIndex > (way[index - 1]?.stepIndex ?? 0));
  return forward && (worstAt(view, back.to.step)?.value ?? 0) > 0;
}

/** Three stages in a row: the customer came further each time, and a department they meet again is no return. */
function movesOn({ away, within, back }: Bounce): boolean {
  const stages = [away.from, ...within, back.to];
  const forward = stages.every((placed, index) => placed.stepIndex >= (stages[index - 1]?.stepIndex ?? 0));
  const [first, second] = [away.from.stage, away.to.stage];
  return forward && first !== second && second !== back.to.stage && within.at(-1)?.stage !== back.to.stage;
}
