import { NAME_LIMIT } from '../../shared/protocol/access.ts';
import { TextField } from '../ui/TextField.tsx';
import { useDraft } from '../ui/useDraft.ts';

interface NameFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** One's own name: taken with Enter or when the field is left. */
export function NameField({ name, onChange }: NameFieldProps) {
  const draft = useDraft({
    shown: name,
    take(text) {
      const next = text.trim();
      if (next && next !== name) onChange(next);
      return null;
    },
  });
  return (
    <TextField
      label="Your name"
      value={draft.text}
      maxLength={NAME_LIMIT}
      autoComplete="name"
      onChange={(event) => draft.setText(event.target.value)}
      onBlur={draft.commit}
      onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
    />
  );
}
