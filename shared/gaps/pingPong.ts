import type { ItemRef } from '../model/records.ts';
import { type Bounce, bouncesOf } from './bounces.ts';
import { groupBy } from './mapView.ts';
import { type Found, type GapRule, goFix } from './rule.ts';
import { department, distinct, named } from './words.ts';

export const pingPong: GapRule = {
  id: 'ping-pong',
  severity: 'medium',
  title: 'Sent back and forth',
  why: 'Work that comes back because it was not done right the first time is demand the company makes for itself (Seddon, “Freedom from Command and Control”, 2003, on failure demand).',
  find(view) {
    return episodesOf(bouncesOf(view)).map(found);
  },
};

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
    facts: handoffs.toSorted(),
    fix: goFix('See the hand-off', 'handoff', back.handoff.id, 'handoffs'),
  };
}
