import { type Link, type MapView, type Placed, viewOf } from '../gaps/mapView.ts';
import type { Lane } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** One stop on the way of one customer through the company. */
export interface ChainStop {
  readonly placed: Placed;
  /** The hand-off that led here; null at the start, and where nothing was handed over and the customer went on alone. */
  readonly via: Link | null;
}

export interface CustomerChain {
  readonly stops: readonly ChainStop[];
  /** The departments in turn, each as often as the customer comes to it: Sales, Field, Sales, Field. */
  readonly departments: readonly Lane[];
  /** How often the customer is handed to another department. */
  readonly handedOver: number;
  /** How many of those times nothing on the map leads there. */
  readonly alone: number;
}

/**
 * The chain one customer goes through, department by department: from the first step along the longest run of
 * hand-offs, and where that ends, on from the next step at which somebody works. Circles are gone through once.
 */
export function customerChain(map: MapSnapshot): CustomerChain {
  const view = viewOf(map, '');
  const next = longestWays(view);
  const stops: ChainStop[] = [];
  const seen = new Set<Placed>();
  let reached = -1;
  for (const [index, step] of view.steps.entries()) {
    const start = index > reached ? furthest(view.touchpointsAt(step.id), next) : undefined;
    if (!start) continue;
    let stop: ChainStop | null = { placed: start, via: null };
    while (stop && !seen.has(stop.placed)) {
      stops.push(stop);
      seen.add(stop.placed);
      reached = Math.max(reached, stop.placed.stepIndex);
      const link: Link | null = next.get(stop.placed)?.link ?? null;
      stop = link && { placed: link.to, via: link };
    }
  }
  const changes = stops.filter(({ placed }, index) => {
    const before = stops[index - 1];
    return before !== undefined && before.placed.department !== placed.department;
  });
  return {
    stops,
    departments: [stops[0], ...changes].flatMap((stop) => (stop ? [stop.placed.department] : [])),
    handedOver: changes.length,
    alone: changes.filter(({ via }) => via === null).length,
  };
}

interface Way {
  readonly length: number;
  readonly link: Link | null;
}

/** The one of them from which most hand-offs lead on; the topmost among equals. */
function furthest(work: readonly Placed[], ways: ReadonlyMap<Placed, Way>): Placed | undefined {
  const lengthOf = (placed: Placed) => ways.get(placed)?.length ?? 0;
  return work.reduce<Placed | undefined>(
    (best, placed) => (best && lengthOf(best) >= lengthOf(placed) ? best : placed),
    undefined,
  );
}

/**
 * For every touchpoint, the hand-off with which the longest chain from it begins. Depth first without recursion, since a
 * chain may be as long as the map; a hand-off back to where the walk came from closes a circle and is not followed.
 */
function longestWays(view: MapView): ReadonlyMap<Placed, Way> {
  const ways = new Map<Placed, Way>();
  const open = new Set<Placed>();
  for (const root of view.touchpoints) {
    const stack = [root];
    for (let at = stack.at(-1); at; at = stack.at(-1)) {
      if (ways.has(at)) {
        stack.pop();
        continue;
      }
      const links = view.linksFrom(at.touchpoint.id);
      if (!open.has(at)) {
        open.add(at);
        stack.push(...links.map(({ to }) => to).filter((to) => !ways.has(to) && !open.has(to)));
        continue;
      }
      // All that lies behind has been measured.
      ways.set(at, longest(links, ways));
      open.delete(at);
      stack.pop();
    }
  }
  return ways;
}

const longest = (links: readonly Link[], ways: ReadonlyMap<Placed, Way>): Way =>
  links.reduce<Way>(
    (best, link) => {
      const way = ways.get(link.to);
      return way && way.length + 1 > best.length ? { length: way.length + 1, link } : best;
    },
    { length: 0, link: null },
  );
