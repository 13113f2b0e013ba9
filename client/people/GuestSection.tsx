import button from '../ui/Button.module.css';
import { classes } from '../ui/classes.ts';
import { Link } from '../ui/Link.tsx';
import { ACCOUNT_PATH, signInPath } from '../ui/route.ts';
import styles from './PersonPage.module.css';

/** What being a guest means, and the way out of it. */
export const GuestSection = ({ signUpOpen }: { readonly signUpOpen: boolean }) => (
  <section className={styles.section} aria-labelledby="guest">
    <h2 id="guest" className={styles.heading}>
      With an account your maps are yours everywhere
    </h2>
    <p className={styles.text}>
      A guest's maps belong to this browser. Once its cookies are cleared, nobody can open them as their owner any more.
      Everything you made or joined as a guest stays yours when you create an account or sign in.
    </p>
    <div className={styles.ways}>
      {signUpOpen && (
        <Link href={signInPath(ACCOUNT_PATH, true)} className={classes(button.button, button.primary)}>
          Create an account
        </Link>
      )}
      <Link href={signInPath(ACCOUNT_PATH)} className={styles.link}>
        Sign in
      </Link>
    </div>
  </section>
);
