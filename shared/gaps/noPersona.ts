import { addPersona } from '../commands/addPersona.ts';
import { idOf } from '../model/ids.ts';
import { isMature, wholeJourney } from './mature.ts';
import { commandFix, type GapRule } from './rule.ts';

export const noPersona: GapRule = {
  id: 'no-persona',
  severity: 'low',
  title: 'Whose journey is this?',
  why: 'A service for everybody is a service for the person in your head, who changes with every argument (Cooper, “The Inmates Are Running the Asylum”, 1999).',
  find(view) {
    if (view.map.personas.list.length > 0 || !isMature(view)) return [];
    return [
      {
        key: [],
        items: wholeJourney(view),
        departments: [],
        message: 'This map names no persona, so nobody can say whose journey it is.',
        facts: [],
        fix: commandFix('Add persona', addPersona, (newId) => ({ id: idOf(newId()) })),
      },
    ];
  },
};
