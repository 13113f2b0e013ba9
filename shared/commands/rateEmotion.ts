import { EVERYONE } from '../model/emotion.ts';
import type { PersonaId, StepId } from '../model/ids.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseMissing } from './refuse.ts';

export type Feeler = PersonaId | typeof EVERYONE;

/** Says how a persona (or everyone) feels at a step, -2 to +2; null takes the rating back. */
export const rateEmotion: Command<{
  readonly step: StepId;
  readonly persona: Feeler;
  readonly value: number | null;
}> = {
  name: 'emotion.rate',
  label: 'Rate emotion',
  refuse(map, { step, persona, value }) {
    if (value !== null && !(Number.isInteger(value) && value >= -2 && value <= 2)) {
      return 'An emotion is a whole number from -2 to +2.';
    }
    return refuseMissing(map, 'step', step) ?? (persona === EVERYONE ? null : refuseMissing(map, 'persona', persona));
  },
  apply(doc, { step, persona, value }, map) {
    const others = (map.steps.get(step)?.emotions ?? []).filter((emotion) => emotion.persona !== persona);
    writeFields(doc, 'steps', step, {
      emotions: value === null ? others : [...others, { persona, value }],
    });
  },
};
