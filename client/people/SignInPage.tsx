import { useEffect, useState } from 'react';
import { SkeletonList } from '../home/SkeletonList.tsx';
import { useMe } from '../session/me.ts';
import { Link } from '../ui/Link.tsx';
import { navigate, type Route, signInPath } from '../ui/route.ts';
import { CompanyButton } from './CompanyButton.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { guestsMaps } from './guestsMaps.ts';
import styles from './PersonPage.module.css';
import { PersonPage } from './PersonPage.tsx';

type SignIn = Extract<Route, { page: 'sign-in' }>;

/** Where a guest becomes somebody with an account, new or not. */
export default function SignInPage({ route: { isNew, failed, next } }: { readonly route: SignIn }) {
  const { me, heard, failure } = useMe();
  const ownMaps = useOwnMaps(me.kind === 'guest');
  useEffect(() => {
    // Who is signed in has nothing to do here.
    if (heard && me.kind === 'account') navigate(next, { replace: true });
  }, [heard, me.kind, next]);

  const title = isNew ? 'Create an account' : 'Sign in';
  if (!heard && failure === null) {
    return (
      <PersonPage title={title}>
        <SkeletonList label="The page is loading" />
      </PersonPage>
    );
  }
  const closed = isNew && heard && !me.signUpOpen;
  return (
    <PersonPage title={title} lead={closed ? CLOSED : ownMaps}>
      {failed && (
        <p className={styles.problem} role="alert">
          The sign-in{me.openId && ` with ${me.openId.name}`} came to nothing. Try again, or ask whoever runs this
          server.
        </p>
      )}
      {me.openId && <CompanyButton name={me.openId.name} next={next} />}
      {me.openId && !closed && <p className={styles.or}>Or with an e-mail address</p>}
      {!closed && <CredentialsForm key={title} isNew={isNew} next={next} />}
      {isNew && (
        <p className={styles.foot}>
          You have an account?{' '}
          <Link href={signInPath(next)} className={styles.link}>
            Sign in
          </Link>
        </p>
      )}
      {!isNew && (
        <p className={styles.foot}>Forgot your password? Whoever runs this server gives your account a new one.</p>
      )}
      {!isNew && me.signUpOpen && (
        <p className={styles.foot}>
          You have no account yet?{' '}
          <Link href={signInPath(next, true)} className={styles.link}>
            Create one
          </Link>
        </p>
      )}
    </PersonPage>
  );
}

const CLOSED = 'New accounts are made by whoever runs this server. Ask them for one.';

/** What happens to the maps that a guest made, in a sentence; nothing where there are none. */
function useOwnMaps(isGuest: boolean): string | undefined {
  const [words, setWords] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (isGuest) void guestsMaps().then(setWords);
  }, [isGuest]);
  return words;
}
