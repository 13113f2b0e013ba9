import { useRef } from 'react';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { dayProblem, LAST_DAY } from '../parseDay.ts';

interface DateFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly className?: string | undefined;
  readonly value: string | null;
  /** Null takes the day back. */
  readonly onCommit: (day: string | null) => void;
}

/**
 * A calendar day. One that is picked is taken at once; one that is typed, on Enter or when the field is left: with
 * every figure of the year browsers call it another day.
 */
export function DateField({ label, labelHidden = false, className, value, onCommit }: DateFieldProps) {
  const typing = useRef(false);
  const incomplete = useRef(false);
  const draft = useDraft({
    shown: value ?? '',
    take(day) {
      if (incomplete.current) return 'This date is not complete.';
      const problem = day === '' ? null : dayProblem(day);
      if (problem === null) onCommit(day || null);
      return problem;
    },
    onLost: (reason) => toast(`${label} was left as it was. ${reason}`, { tone: 'problem' }),
  });
  const commit = (input: HTMLInputElement) => {
    incomplete.current = input.validity.badInput;
    typing.current = false;
    draft.commit();
  };
  return (
    <TextField
      className={className}
      label={label}
      labelHidden={labelHidden}
      type="date"
      max={LAST_DAY}
      value={draft.text}
      error={draft.error}
      onChange={({ target }) => {
        draft.setText(target.value);
        incomplete.current = target.validity.badInput;
        if (!typing.current) commit(target);
      }}
      onBlur={({ currentTarget }) => commit(currentTarget)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') return commit(currentTarget);
        if (key === 'Escape') return draft.revert();
        // Tab leads through the parts of a date.
        if (key !== 'Tab') typing.current = true;
      }}
    />
  );
}
