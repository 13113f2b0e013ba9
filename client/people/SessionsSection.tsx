import { signOut, signOutEverywhere } from '../http/auth.ts';
import { Button } from '../ui/Button.tsx';
import { leave } from './leave.ts';
import styles from './PersonPage.module.css';
import { Problem } from './Problem.tsx';
import { useAsk } from './useAsk.ts';

/** The ways out. */
export function SessionsSection() {
  const { busy, problem, ask } = useAsk();
  const out = async (way: typeof signOut) => {
    if (await ask(way)) await leave('You are signed out.');
  };
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions" className={styles.heading}>
        Sign out
      </h2>
      <p className={styles.text}>
        Everywhere means every browser and every open map at once, for example when a computer was lost.
      </p>
      <Problem text={problem} />
      <div className={styles.ways}>
        <Button disabled={busy} onClick={() => void out(signOut)}>
          Sign out
        </Button>
        <Button disabled={busy} onClick={() => void out(signOutEverywhere)}>
          Sign out everywhere
        </Button>
      </div>
    </section>
  );
}
