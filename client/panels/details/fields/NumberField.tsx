import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { formatExactly } from '../../format.ts';
import type { Common } from '../common.ts';
import { parseNumber } from '../parseNumber.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: Common<number | null>;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Null takes the number back. */
  readonly onCommit: (value: number | null) => void;
}

/** A number, taken on Enter or when the field is left; what is no number is said, and stays to be corrected. */
export function NumberField({ label, labelHidden = false, value, unit, min, max, onCommit }: NumberFieldProps) {
  const known = value.status === 'same' ? value.value : null;
  const draft = useDraft({
    shown: known === null ? '' : formatExactly(known),
    take(text) {
      const parsed = parseNumber(text, { min, max });
      if (parsed.status === 'unfit') return parsed.reason;
      onCommit(parsed.status === 'empty' ? null : parsed.value);
      return null;
    },
    onLost: (reason) => toast(`${label} was left as it was. ${reason}`, { tone: 'problem' }),
  });
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      inputMode="decimal"
      value={draft.text}
      unit={unit}
      error={draft.error}
      placeholder={value.status === 'mixed' ? 'Mixed' : undefined}
      onChange={(event) => draft.setText(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        if (event.key === 'Escape') draft.revert();
      }}
    />
  );
}
