import { bouncesOf } from './bounces.ts';
import { departmentsOf, itemsOf } from './links.ts';
import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const backwards: GapRule = {
  id: 'backwards',
  severity: 'low',
  title: 'It leads back to an earlier stage',
  why: 'Going back is rework: what was wrong there came to light too late (Seddon, “Freedom from Command and Control”, 2003).',
  find(view) {
    const stageIndex = new Map(view.stages.map(({ stage }, index) => [stage, index]));
    // Where it is sent back and forth between two departments, that is the gap, and this its consequence.
    const bounced = new Set(bouncesOf(view).flatMap(({ away, back }) => [away.handoff.id, back.handoff.id]));
    return view.links
      .filter(({ handoff, from, to }) => {
        const back = (stageIndex.get(to.stage) ?? 0) < (stageIndex.get(from.stage) ?? 0);
        return back && !bounced.has(handoff.id) && !view.isOutside(from.department) && !view.isOutside(to.department);
      })
      .map((link) => ({
        key: [link.handoff.id],
        items: itemsOf(link),
        departments: departmentsOf(link),
        message: `${named(link.from.touchpoint)} in the stage ${named(link.from.stage)} leads back to ${named(link.to.touchpoint)} in ${named(link.to.stage)}.`,
        facts: [link.from.stage.id, link.to.stage.id],
        fix: goFix('See the hand-off', 'handoff', link.handoff.id, 'handoffs'),
      }));
  },
};
