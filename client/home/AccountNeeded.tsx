import { useMe } from '../session/me.ts';
import { Link } from '../ui/Link.tsx';
import { signInPath } from '../ui/route.ts';
import styles from './Section.module.css';

/** In place of the ways to begin a map, where only people with an account may. */
export function AccountNeeded() {
  const signUpOpen = useMe(({ me }) => me.signUpOpen);
  return (
    <p className={styles.account}>
      To make maps here you need an account.
      <Link href={signInPath()} className={styles.signIn}>
        Sign in
      </Link>
      {signUpOpen && (
        <Link href={signInPath('/', true)} className={styles.textLink}>
          Create an account
        </Link>
      )}
    </p>
  );
}
