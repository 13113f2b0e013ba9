import type { ItemRef } from '../model/records.ts';
import { crosses, sameOwner } from './links.ts';
import { groupBy, type Link, type MapView, type Placed } from './mapView.ts';
import { type Found, type GapRule, goFix } from './rule.ts';
import { department, distinct, named } from './words.ts';

export const pingPong: GapRule = {
  id: 'ping-pong',
  severity: 'medium',
  title: 'Sent back and forth',
  why: 'Each return adds a wait and a chance to lose the case; work that comes back is failure demand, made by the company itself (Seddon, “Freedom from Command and Control”).',
  find(view) {
    const bounces = view.links.filter((link) => crosses(view, link)).flatMap((link) => bouncesAfter(view, link));
    return episodesOf(bounces).map(found);
  },
};

/** From a department to another and back: over one or more touchpoints there, which are `within`. */
interface Bounce {
  readonly away: Link;
  readonly within: readonly Placed[];
  readonly back: Link;
}

/** A department that passes the case through more hands of its own has worked on it, and does not just send it back. */
const MOST_WITHIN = 3;
/** Of a touchpoint that fans out widely, so many ways are followed. */
const MOST_WAYS = 24;

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
  return bounces.filter((bounce) => !isOneTeam(bounce) && !movesOn(bounce));
}

/** Two lanes that are worked by one person are two systems or channels of one team: nobody is sent anywhere. */
const isOneTeam = ({ away, within, back }: Bounce): boolean =>
  [...within, back.to].every((placed) => sameOwner(away.from, placed));

/** Three stages in a row: the customer came further each time, and a department they meet again is no return. */
function movesOn({ away, within, back }: Bounce): boolean {
  const stages = [away.from, ...within, back.to];
  const forward = stages.every((placed, index) => placed.stepIndex >= (stages[index - 1]?.stepIndex ?? 0));
  const [first, second] = [away.from.stage, away.to.stage];
  return forward && first !== second && second !== back.to.stage && within.at(-1)?.stage !== back.to.stage;
}

/** Bounces between the same two departments that share a hand-off are one episode: A, B, A, B is told once. */
function episodesOf(bounces: readonly Bounce[]): Bounce[][] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    // Later look-ups go straight there, which keeps many of them cheap.
    for (let at = key; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  // A hand-off belongs to one pair of departments, so its id alone keeps pairs apart.
  for (const { away, back } of bounces) {
    const [one, other] = [rootOf(away.handoff.id), rootOf(back.handoff.id)];
    if (one !== other) parent.set(other, one);
  }
  return [...groupBy(bounces, ({ away }) => rootOf(away.handoff.id)).values()].map((episode) => [...episode]);
}

function found(episode: readonly Bounce[]): Found {
  const [first] = episode;
  if (!first) throw new Error('An episode has a first bounce');
  const { away, within, back } = first;
  const handoffs = distinct(episode.flatMap((bounce) => [bounce.back.handoff.id, bounce.away.handoff.id]));
  const chain = distinct([
    away.from,
    ...within,
    back.to,
    ...episode.flatMap((b) => [b.away.from, ...b.within, b.back.to]),
  ]);
  const [home, there] = [department(away.from.department), department(away.to.department)];
  const via = within.map(({ touchpoint }) => named(touchpoint)).join(', ');
  const end = back.to === away.from ? 'where it started' : named(back.to.touchpoint);
  const more = handoffs.length > 2 ? ` Between the two it changes hands ${handoffs.length} times.` : '';
  return {
    // The order in which people draw does not count, so the smallest id names the episode.
    key: [handoffs.toSorted()[0] ?? ''],
    items: [
      ...handoffs.map((id): ItemRef => ({ kind: 'handoff', id })),
      ...chain.map(({ touchpoint }): ItemRef => ({ kind: 'touchpoint', id: touchpoint.id })),
    ],
    departments: [away.from.department.id, away.to.department.id],
    message: `From ${named(away.from.touchpoint)} in ${home} to ${via} in ${there} and back to ${end} in ${home}.${more}`,
    fix: goFix('See the hand-off', 'handoff', back.handoff.id, 'handoffs'),
  };
}
