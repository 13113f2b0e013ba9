import { metricsAreDue } from './ready.ts';
import { type GapRule, goFix } from './rule.ts';
import { distinct, named } from './words.ts';

export const unmeasured: GapRule = {
  id: 'unmeasured',
  severity: 'low',
  title: 'Nothing is measured here',
  why: 'What you measure is what you get (Kaplan and Norton, “The Balanced Scorecard: Measures That Drive Performance”, 1992).',
  find(view) {
    if (!metricsAreDue(view)) return [];
    return view.stages.flatMap((outline) => {
      const work = outline.steps
        .flatMap((step) => view.touchpointsAt(step.id))
        .filter(({ department }) => !view.isOutside(department));
      // Where the company does nothing, it has nothing to measure.
      if (work.length === 0 || view.metricsIn(outline).length > 0) return [];
      const { stage } = outline;
      return [
        {
          key: [stage.id],
          items: [{ kind: 'stage', id: stage.id }],
          departments: distinct(work.map(({ department }) => department.id)),
          message: `The stage ${named(stage)} has no metric, neither on its steps nor on what is done there.`,
          facts: [],
          fix: goFix('Add metric', 'stage', stage.id, 'metrics'),
        },
      ];
    });
  },
};
