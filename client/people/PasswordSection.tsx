import { type FormEvent, useState } from 'react';
import { changePassword } from '../http/auth.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toasts.ts';
import { PasswordField } from './PasswordField.tsx';
import styles from './PersonPage.module.css';
import { Problem } from './Problem.tsx';
import { useAsk } from './useAsk.ts';

/** Changes the password of an account that has one. */
export function PasswordSection() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { busy, problem, ask, setProblem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!current || !next) return setProblem('Type the present password and a new one.');
    if (!(await ask(() => changePassword(current, next)))) return;
    setCurrent('');
    setNext('');
    toast('The password is changed. Everywhere else you are signed out.');
  };
  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password" className={styles.heading}>
        Change the password
      </h2>
      <form className={styles.fields} noValidate onSubmit={(event) => void submit(event)}>
        <PasswordField label="Present password" isNew={false} value={current} onChange={setCurrent} />
        <PasswordField label="New password" isNew value={next} onChange={setNext} />
        <Problem text={problem} />
        <div className={styles.ways}>
          <Button type="submit" disabled={busy}>
            Change the password
          </Button>
        </div>
      </form>
    </section>
  );
}
