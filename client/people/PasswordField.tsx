import { PASSWORD_MINIMUM } from '../../shared/protocol/account.ts';
import { TextField } from '../ui/TextField.tsx';

interface PasswordFieldProps {
  readonly label: string;
  /** One that is being chosen: password programs offer to make it. */
  readonly isNew: boolean;
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (value: string) => void;
}

export const PasswordField = ({ label, isNew, value, error = null, onChange }: PasswordFieldProps) => (
  <TextField
    label={isNew ? `${label} (at least ${PASSWORD_MINIMUM} characters)` : label}
    type="password"
    name="password"
    value={value}
    error={error}
    autoComplete={isNew ? 'new-password' : 'current-password'}
    onChange={(event) => onChange(event.target.value)}
  />
);
