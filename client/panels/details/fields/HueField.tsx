import { Check } from 'lucide-react';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/Field.module.css';
import { useReadOnly } from '../../../ui/ReadOnly.tsx';
import type { Common } from '../common.ts';
import styles from './HueField.module.css';

const HUES = ['Magenta', 'Orange', 'Blue', 'Violet', 'Green', 'Petrol', 'Brown', 'Grey'];

interface HueFieldProps {
  readonly value: Common<number | null>;
  /** Null: by the lane's position. */
  readonly onChange: (hue: number | null) => void;
}

export function HueField({ value, onChange }: HueFieldProps) {
  const readOnly = useReadOnly();
  // It is in sight on the map; as a word it would say nothing.
  if (readOnly) return null;
  const chosen = value.status === 'same' ? value.value : undefined;
  return (
    <fieldset className={styles.set}>
      <legend className={classes(field.label, styles.legend)}>Colour</legend>
      <button type="button" className={styles.auto} aria-pressed={chosen === null} onClick={() => onChange(null)}>
        By position
      </button>
      {HUES.map((name, hue) => (
        <button
          key={name}
          type="button"
          className={styles.hue}
          style={{ background: `var(--hue-${hue})` }}
          aria-label={name}
          aria-pressed={chosen === hue}
          title={name}
          onClick={() => onChange(hue)}
        >
          {chosen === hue && <Check size={14} aria-hidden />}
        </button>
      ))}
    </fieldset>
  );
}
