import { useEffect, useState } from 'react';
import { SkeletonList } from '../home/SkeletonList.tsx';
import { joinMap } from '../http/join.ts';
import type { Answer } from '../http/request.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { enterMap } from './enterMap.ts';
import { joinProblem } from './joinProblem.ts';
import { PasswordForm } from './PasswordForm.tsx';
import styles from './PersonPage.module.css';
import { PersonPage } from './PersonPage.tsx';

type Failure = Extract<Answer<never>, { status: 'failed' }>;

/**
 * Where a share link leads that does not open its map at once: it asks for its password, or it does not work. The
 * link itself is forgotten as soon as the map is open, also by the way back.
 */
export default function JoinPage({ token }: { readonly token: string }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let gone = false;
    void joinMap(token, null).then((answer) => {
      if (gone) return;
      if (answer.status === 'done') enterMap(answer.value.map);
      else setFailure(answer);
    });
    return () => {
      gone = true;
    };
  }, [token, attempt]);

  if (!failure) {
    return (
      <PersonPage title="Opening the map">
        <SkeletonList label="The link is being read" />
      </PersonPage>
    );
  }
  if (failure.error === 'password_needed') {
    return (
      <PersonPage title="This map asks for a password" lead="Whoever sent you the link knows it.">
        <PasswordForm token={token} onFailure={setFailure} />
      </PersonPage>
    );
  }
  const { title, lead, retry } = joinProblem(failure);
  return (
    <PersonPage title={title} lead={lead}>
      <div className={styles.section}>
        <div className={styles.ways}>
          {retry && (
            <Button look="primary" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          )}
          <Link href="/" className={styles.link}>
            Your maps
          </Link>
        </div>
      </div>
    </PersonPage>
  );
}
