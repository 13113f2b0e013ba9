import { changeItems } from '../../../shared/commands/changeItems.ts';
import type { Feeler } from '../../../shared/commands/rateEmotion.ts';
import type { Evidence, Step } from '../../../shared/model/records.ts';
import { newId } from '../../session/newId.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import field from '../../ui/Field.module.css';
import { sameOrNull } from './common.ts';
import styles from './EvidenceField.module.css';

const KINDS: readonly { readonly kind: Evidence; readonly label: string }[] = [
  { kind: 'feedback', label: 'What customers say: surveys, interviews, complaints' },
  { kind: 'behaviour', label: 'What customers do: returns, churn, usage' },
];

interface EvidenceFieldProps {
  readonly steps: readonly Step[];
  readonly persona: Feeler;
}

/** What backs the emotion of this persona. */
export function EvidenceField({ steps, persona }: EvidenceFieldProps) {
  const run = useRun();
  const kindsOf = (step: Step) => step.evidence.find((entry) => entry.persona === persona)?.kinds ?? [];
  const change = (kind: Evidence, yes: boolean) => {
    const together = `evidence:${newId()}`;
    for (const step of steps) {
      const others = step.evidence.filter((entry) => entry.persona !== persona);
      const rest = kindsOf(step).filter((other) => other !== kind);
      const kinds = yes ? [...rest, kind] : rest;
      const evidence = kinds.length > 0 ? [...others, { persona, kinds }] : others;
      run(changeItems, { kind: 'step', ids: [step.id], fields: { evidence } }, together);
    }
  };
  return (
    <fieldset className={styles.set} data-field="evidence">
      <legend className={field.label}>What backs this</legend>
      {KINDS.map(({ kind, label }) => (
        <Checkbox
          key={kind}
          label={label}
          checked={sameOrNull(steps, (step) => kindsOf(step).includes(kind))}
          onChange={(yes) => change(kind, yes)}
        />
      ))}
    </fieldset>
  );
}
