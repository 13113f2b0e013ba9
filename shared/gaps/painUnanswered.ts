import { answeredGaps } from './answeredGaps.ts';
import { findingId } from './findingId.ts';
import { initiativeFix } from './initiativeFix.ts';
import type { GapRule } from './rule.ts';
import { named } from './words.ts';

const ID = 'pain-unanswered';

export const painUnanswered: GapRule = {
  id: ID,
  severity: 'low',
  title: 'Nothing is planned against this pain',
  why: 'Talk about a problem is easily taken for doing something about it (Pfeffer and Sutton, “The Knowing-Doing Gap”, 2000).',
  find({ map, outline }) {
    // A workshop collects pains first; they ask for answers once the team has begun to plan.
    if (map.initiatives.list.length === 0) return [];
    const answered = answeredGaps(map);
    return map.notes.list.flatMap((note) => {
      if (note.kind !== 'pain' || note.text.trim() === '' || !outline.isPlaced(note.place)) return [];
      if (answered.has(findingId(ID, [note]))) return [];
      return [
        {
          key: [note.id],
          items: [
            { kind: 'note', id: note.id },
            { kind: 'step', id: note.place.step },
          ],
          departments: [],
          message: `No initiative answers ${named({ title: note.text })}.`,
          facts: [],
          fix: initiativeFix(`Against ${named({ title: note.text })}`),
        },
      ];
    });
  },
};
