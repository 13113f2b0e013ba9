import { Check } from 'lucide-react';
import { PERSON_COLORS } from '../../shared/protocol/personColors.ts';
import styles from './ColorChoice.module.css';

const NAMES = ['Orange', 'Violet', 'Blue', 'Magenta', 'Green', 'Petrol', 'Brown', 'Grey'];

interface ColorChoiceProps {
  readonly value: string;
  readonly onChange: (color: string) => void;
}

/** The colour under which the others see one. */
export const ColorChoice = ({ value, onChange }: ColorChoiceProps) => (
  <fieldset className={styles.colors}>
    <legend className={styles.legend}>Your colour</legend>
    {PERSON_COLORS.map((color, index) => (
      <button
        key={color}
        type="button"
        className={styles.color}
        style={{ background: color }}
        aria-label={NAMES[index] ?? color}
        aria-pressed={color === value}
        onClick={() => onChange(color)}
      >
        {color === value && <Check size={15} aria-hidden />}
      </button>
    ))}
  </fieldset>
);
