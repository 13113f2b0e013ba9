import { type FormEvent, useState } from 'react';
import { NAME_LIMIT } from '../../shared/protocol/access.ts';
import { signIn, signUp } from '../http/auth.ts';
import { takeMe, useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { navigate } from '../ui/route.ts';
import { TextField } from '../ui/TextField.tsx';
import { PasswordField } from './PasswordField.tsx';
import styles from './PersonPage.module.css';
import { Problem } from './Problem.tsx';
import { useAsk } from './useAsk.ts';

interface CredentialsFormProps {
  readonly isNew: boolean;
  readonly next: string;
}

/** Signs in by e-mail address and password, or makes an account of them. */
export function CredentialsForm({ isNew, next }: CredentialsFormProps) {
  const me = useMe((state) => state.me);
  const [name, setName] = useState(me.named ? me.name : '');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, ask, setProblem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const account = { email: email.trim(), password };
    const missing = missingWords(isNew ? name.trim() : 'known', account.email, password);
    if (missing) return setProblem(missing);
    const done = await ask(() => (isNew ? signUp({ ...account, name: name.trim() }) : signIn(account)));
    if (!done) return;
    takeMe(done.value);
    navigate(next, { replace: true });
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {isNew && (
        <TextField
          label="Your name"
          value={name}
          maxLength={NAME_LIMIT}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextField
        label="E-mail address"
        type="email"
        value={email}
        autoComplete="username"
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField label="Password" isNew={isNew} value={password} onChange={setPassword} />
      <Problem text={problem} />
      <div className={styles.ways}>
        <Button type="submit" look="primary" disabled={busy}>
          {isNew ? 'Create the account' : 'Sign in'}
        </Button>
      </div>
    </form>
  );
}

function missingWords(name: string, email: string, password: string): string | null {
  if (!name) return 'Type your name: the others on a map see it.';
  if (!email.includes('@')) return 'Type your e-mail address.';
  return password ? null : 'Type a password.';
}
