import { TextField } from '../ui/TextField.tsx';
import { useDraft } from '../ui/useDraft.ts';

interface WordCellProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

const LIMIT = 500;

/** A text in a cell of a table, taken on Enter or when the cell is left. */
export function WordCell({ label, value, onCommit }: WordCellProps) {
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
      labelHidden
      value={draft.text}
      maxLength={LIMIT}
      onChange={(event) => draft.setText(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        if (event.key === 'Escape') draft.revert();
      }}
    />
  );
}
