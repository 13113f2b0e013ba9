import { WORD_LIMIT } from '../../../../shared/model/fields.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useDraft } from '../../../ui/useDraft.ts';

interface WordFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly placeholder?: string;
  readonly onCommit: (value: string) => void;
}

/** A short plain text, taken on Enter or when the field is left. */
export function WordField({ label, labelHidden = false, value, placeholder, onCommit }: WordFieldProps) {
  const draft = useDraft({
    shown: value,
    take(text) {
      onCommit(text.trim());
      return null;
    },
  });
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      value={draft.text}
      placeholder={placeholder}
      maxLength={WORD_LIMIT}
      onChange={(event) => draft.setText(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        if (event.key === 'Escape') draft.revert();
      }}
    />
  );
}
