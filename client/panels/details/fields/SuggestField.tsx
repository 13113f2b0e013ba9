import { WORD_LIMIT } from '../../../../shared/model/fields.ts';
import { Combobox } from '../../../ui/Combobox.tsx';
import type { Common } from '../common.ts';

interface SuggestFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly field: string;
  readonly value: Common<string>;
  readonly suggestions: readonly string[];
  readonly onCommit: (value: string) => void;
}

/** A word of one's own choice, with those that are used already. */
export const SuggestField = ({
  label,
  labelHidden = false,
  field,
  value,
  suggestions,
  onCommit,
}: SuggestFieldProps) => (
  <div data-field={field}>
    <Combobox
      label={label}
      labelHidden={labelHidden}
      value={value.status === 'same' ? value.value : ''}
      placeholder={value.status === 'mixed' ? 'Different values' : ''}
      maxLength={WORD_LIMIT}
      options={suggestions.map((word) => ({ id: word, label: word }))}
      clearLabel="None"
      onPick={onCommit}
      onText={onCommit}
      onClear={() => onCommit('')}
    />
  </div>
);
