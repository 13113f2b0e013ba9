import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const personaUnvalued: GapRule = {
  id: 'persona-unvalued',
  severity: 'low',
  title: 'Nobody knows what this persona is worth',
  why: 'Customers differ in what they bring, and serving all alike serves the best ones worst (Zeithaml, Rust and Lemon, “The Customer Pyramid”, 2001).',
  find({ map }) {
    return map.personas.list
      .filter((persona) => {
        // A persona of whom nothing is known yet but a name is still being made.
        const isKnown = persona.goals.trim() !== '' || persona.share !== null || persona.costToServe !== null;
        return isKnown && persona.name.trim() !== '' && persona.profitability === null;
      })
      .map((persona) => ({
        key: [persona.id],
        items: [{ kind: 'persona', id: persona.id }],
        departments: [],
        message: `Nobody said how profitable ${named({ title: persona.name })} is.`,
        facts: [],
        fix: goFix('Set profitability', 'persona', persona.id, 'profitability'),
      }));
  },
};
