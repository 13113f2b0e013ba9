import { counted } from '../model/inWords.ts';
import { answeredGaps } from './answeredGaps.ts';
import { stillDismissed } from './facts.ts';
import type { GapRule } from './rule.ts';
import { distinct } from './words.ts';

export const gapUnanswered: GapRule = {
  id: 'gap-unanswered',
  severity: 'medium',
  title: 'Nobody has taken up the worst gaps',
  why: 'Knowing what is wrong changes nothing until somebody is to do something by some day (Pfeffer and Sutton, “The Knowing-Doing Gap”, 2000).',
  find({ map }, before) {
    const covered = answeredGaps(map);
    // Answers are asked for once the team has begun to give them: until then the list of gaps itself is the task.
    if (covered.size === 0 && map.gapStates.list.every(({ answer }) => answer.status !== 'assigned')) return [];
    const open = before.filter((finding) => {
      const answer = map.gapStates.get(finding.id)?.answer;
      const answered = answer && (answer.status === 'assigned' || stillDismissed(finding, answer));
      return finding.severity === 'high' && !answered && !covered.has(finding.id);
    });
    if (open.length === 0) return [];
    const titles = distinct(open.map(({ title }) => title));
    return [
      {
        key: [],
        items: distinct(open.flatMap(({ items }) => items.slice(0, 1))),
        departments: distinct(open.flatMap(({ departments }) => departments)),
        facts: open.map(({ id }) => id).sort(),
        message: `${counted(open.length, 'high gap')} ${open.length > 1 ? 'have' : 'has'} nobody assigned and no initiative: ${titles.slice(0, 3).join('; ')}${titles.length > 3 ? '; and more' : ''}.`,
      },
    ];
  },
};
