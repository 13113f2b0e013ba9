import { Angry, Frown, Laugh, Meh, Smile } from 'lucide-react';
import { useId } from 'react';
import { signed } from '../../../../shared/model/inWords.ts';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/Field.module.css';
import { PlainField, useReadOnly } from '../../../ui/ReadOnly.tsx';
import type { Common } from '../common.ts';
import styles from './EmotionScale.module.css';

const LEVELS = [
  { value: -2, label: 'Very bad', Face: Angry, color: 'var(--emotion-minus-2)' },
  { value: -1, label: 'Bad', Face: Frown, color: 'var(--emotion-minus-1)' },
  { value: 0, label: 'Neither', Face: Meh, color: 'var(--emotion-0)' },
  { value: 1, label: 'Good', Face: Smile, color: 'var(--emotion-plus-1)' },
  { value: 2, label: 'Very good', Face: Laugh, color: 'var(--emotion-plus-2)' },
] as const;

interface EmotionScaleProps {
  readonly label: string;
  readonly field: string;
  readonly value: Common<number | null>;
  /** Null takes the rating back, by pressing the chosen level again. */
  readonly onRate: (value: number | null) => void;
}

/** From -2 to +2, each with face, number and colour: never colour alone. */
export function EmotionScale({ label, field: name, value, onRate }: EmotionScaleProps) {
  const id = useId();
  const chosen = value.status === 'same' ? value.value : null;
  if (useReadOnly()) {
    const level = LEVELS.find((known) => known.value === chosen);
    const rated = level ? `${level.label}, ${signed(level.value)}` : 'Not rated';
    return <PlainField label={label} value={value.status === 'mixed' ? 'Different values' : rated} />;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that can be pressed again to take the rating back are no radio set
    <div className={field.field} role="group" aria-labelledby={id} data-field={name}>
      <span id={id} className={field.label}>
        {label}
        {value.status === 'mixed' && <span className={styles.mixed}> · different values</span>}
      </span>
      <div className={styles.scale}>
        {LEVELS.map(({ value: level, label: words, Face, color }) => (
          <button
            key={level}
            type="button"
            className={classes(styles.level, level === chosen && styles.chosen)}
            style={{ '--level': color } as React.CSSProperties}
            aria-pressed={level === chosen}
            aria-label={`${words}, ${signed(level)}`}
            title={words}
            onClick={() => onRate(level === chosen ? null : level)}
          >
            <Face size={19} strokeWidth={1.8} aria-hidden />
            <span aria-hidden>{signed(level)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
