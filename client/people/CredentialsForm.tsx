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
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { busy, problem, ask, setProblem } = useAsk();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const account = { email: email.trim(), password };
    const found = firstWrong({ name: isNew ? name.trim() : null, ...account });
    setWrong(found);
    setProblem(null);
    if (found) return event.currentTarget.querySelector<HTMLInputElement>(`[name=${found.field}]`)?.focus();
    const done = await ask(() => (isNew ? signUp({ ...account, name: name.trim() }) : signIn(account)));
    if (!done) return;
    takeMe(done.value);
    navigate(next, { replace: true });
  };
  const errorOf = (field: Wrong['field']) => (wrong?.field === field ? wrong.words : null);
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {isNew && (
        <TextField
          label="Your name"
          name="name"
          value={name}
          error={errorOf('name')}
          maxLength={NAME_LIMIT}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        value={email}
        error={errorOf('email')}
        autoComplete="username"
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField
        label="Password"
        isNew={isNew}
        value={password}
        error={errorOf('password')}
        onChange={setPassword}
      />
      <Problem text={problem} />
      <div className={styles.ways}>
        <Button type="submit" look="primary" disabled={busy}>
          {isNew ? 'Create the account' : 'Sign in'}
        </Button>
      </div>
    </form>
  );
}

interface Wrong {
  readonly field: 'name' | 'email' | 'password';
  readonly words: string;
}

/** What has to be mended before it makes sense to ask the server; `name` is null where none is asked for. */
function firstWrong(typed: { name: string | null; email: string; password: string }): Wrong | null {
  if (typed.name === '') return { field: 'name', words: 'Type your name: the others on a map see it.' };
  if (!/.@./.test(typed.email)) return { field: 'email', words: 'Type your e-mail address.' };
  return typed.password ? null : { field: 'password', words: 'Type a password.' };
}
