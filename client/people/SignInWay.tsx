import { useMe } from '../session/me.ts';
import { Link } from '../ui/Link.tsx';
import styles from '../ui/Notice.module.css';
import { signInPath, useAddress } from '../ui/route.ts';

/** For a guest where an account may open the door; it leads back here. */
export function SignInWay() {
  const isGuest = useMe(({ me }) => me.kind === 'guest');
  const here = useAddress();
  if (!isGuest) return null;
  return (
    <Link href={signInPath(here)} className={styles.link}>
      Sign in
    </Link>
  );
}
