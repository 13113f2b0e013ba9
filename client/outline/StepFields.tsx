import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { rateEmotion } from '../../shared/commands/rateEmotion.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import type { Step } from '../../shared/model/records.ts';
import { EmotionScale } from '../panels/details/fields/EmotionScale.tsx';
import { useRun } from '../session/SessionContext.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import styles from './Outline.module.css';

/** How everyone feels at a step; each persona's feeling is in the details. */
export function StepFields({ step }: { readonly step: Step }) {
  const run = useRun();
  const value = step.emotions.find(({ persona }) => persona === EVERYONE)?.value ?? null;
  return (
    <div className={styles.fields}>
      <EmotionScale
        label="The customer feels"
        field="emotions"
        value={{ status: 'same', value }}
        onRate={(rated) => run(rateEmotion, { step: step.id, persona: EVERYONE, value: rated })}
      />
      <Checkbox
        label="A moment of truth"
        checked={step.momentOfTruth}
        onChange={(momentOfTruth) => run(changeItems, changeOf('step', step.id, { momentOfTruth }))}
      />
    </div>
  );
}
