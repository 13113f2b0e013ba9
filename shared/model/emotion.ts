import type { Step } from './records.ts';

/** Who feels something, as long as nobody tells kinds of customers apart. */
export const EVERYONE = 'everyone';

/** How a persona feels at a step; who has no rating of their own feels as everyone does. Null: nobody said. */
export function emotionOf(step: Step, persona: string = EVERYONE): number | null {
  const own = step.emotions.find((emotion) => emotion.persona === persona);
  return (own ?? step.emotions.find((emotion) => emotion.persona === EVERYONE))?.value ?? null;
}
