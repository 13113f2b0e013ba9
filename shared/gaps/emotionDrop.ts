import { signed } from '../model/inWords.ts';
import type { Step } from '../model/records.ts';
import { type Feeler, feelersOf, feels } from './feeling.ts';
import { initiativeFix } from './initiativeFix.ts';
import type { MapView } from './mapView.ts';
import type { Found, GapRule } from './rule.ts';
import { department, distinct, listed, named } from './words.ts';

const DROP = 2;

export const emotionDrop: GapRule = {
  id: 'emotion-drop',
  severity: 'medium',
  title: 'The customer is let down here',
  why: 'People judge by change, and losses loom larger than gains (Kahneman and Tversky, “Prospect Theory”, 1979).',
  find(view) {
    const drops = new Map<Step, Drop>();
    // Everyone comes first: a persona is named only where its fall is deeper.
    for (const feeler of feelersOf(view)) {
      for (const drop of dropsOf(view, feeler)) {
        const known = drops.get(drop.to);
        if (!known || drop.depth > known.depth) drops.set(drop.to, drop);
      }
    }
    return view.steps.flatMap((step) => {
      const drop = drops.get(step);
      return drop ? [found(view, drop)] : [];
    });
  },
};

interface Drop {
  readonly from: Step;
  readonly to: Step;
  readonly feeler: Feeler;
  readonly depth: number;
}

/** Steps that nobody rated are passed over, as the curve passes over them. */
function dropsOf(view: MapView, feeler: Feeler): Drop[] {
  const rated = view.steps.filter((step) => feels(step, feeler) !== null);
  return rated.flatMap((to, index) => {
    const from = rated[index - 1];
    const depth = from ? (feels(from, feeler) ?? 0) - (feels(to, feeler) ?? 0) : 0;
    return from && depth >= DROP ? [{ from, to, feeler, depth }] : [];
  });
}

function found(view: MapView, { from, to, feeler }: Drop): Found {
  const [before, after] = [view.lanesAt(from.id), view.lanesAt(to.id)];
  const changed = before.length > 0 && after.length > 0 && !after.some((lane) => before.includes(lane));
  const who = feeler ? ` for ${named({ title: feeler.name })}` : '';
  const hands = changed
    ? ` There the work passes from ${listed(before.map(department))} to ${listed(after.map(department))}.`
    : '';
  return {
    key: [to.id],
    items: [
      { kind: 'step', id: to.id },
      { kind: 'step', id: from.id },
    ],
    departments: distinct([...before, ...after]).map(({ id }) => id),
    message: `From ${named(from)} to ${named(to)} the emotion falls from ${signed(feels(from, feeler) ?? 0)} to ${signed(feels(to, feeler) ?? 0)}${who}.${hands}`,
    facts: [from.id, feels(from, feeler), feels(to, feeler), feeler?.id ?? null],
    fix: initiativeFix(`Stop the fall at ${named(to)}`),
  };
}
