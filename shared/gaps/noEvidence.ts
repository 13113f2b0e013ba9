import type { Step } from '../model/records.ts';
import type { MapView } from './mapView.ts';
import { type Found, type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

const ENOUGH_TO_JUDGE = 3;

export const noEvidence: GapRule = {
  id: 'no-evidence',
  severity: 'low',
  title: 'Nothing backs this emotion',
  why: 'What a company knows about how its customers feel is often what it assumes (Kalbach, “Mapping Experiences”, 2016: ground the map in evidence).',
  find(view) {
    const rated = view.steps.filter(({ emotions }) => emotions.length > 0);
    const unbacked = rated.filter((step) => !isBacked(step));
    if (rated.length < ENOUGH_TO_JUDGE || unbacked.length === 0) return [];
    // A map without any evidence has one gap, not one at every step.
    if (unbacked.length === rated.length) return [wholeMap(unbacked)];
    return unbacked.map((step) => atStep(view, step));
  },
};

const isBacked = ({ evidence }: Step): boolean => evidence.some(({ kinds }) => kinds.length > 0);

const wholeMap = (steps: readonly Step[]): Found => ({
  key: [],
  items: steps.map(({ id }) => ({ kind: 'step', id })),
  departments: [],
  message: `None of the ${steps.length} emotions on this map is backed by feedback or behaviour.`,
  facts: [],
  fix: goFix('Say what backs it', 'step', steps[0]?.id ?? '', 'evidence'),
});

const atStep = (view: MapView, step: Step): Found => ({
  key: [step.id],
  items: [{ kind: 'step', id: step.id }],
  departments: view.lanesAt(step.id).map(({ id }) => id),
  message: `Neither feedback nor behaviour backs the emotion at ${named(step)}.`,
  facts: [],
  fix: goFix('Say what backs it', 'step', step.id, 'evidence'),
});
