import type { ChangeMeBody } from '../../shared/protocol/access.ts';
import { SkeletonList } from '../home/SkeletonList.tsx';
import { changeMe, refreshMe, useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toasts.ts';
import { ColorChoice } from './ColorChoice.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { GuestSection } from './GuestSection.tsx';
import { NameField } from './NameField.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import styles from './PersonPage.module.css';
import { PersonPage } from './PersonPage.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { useHasPassword } from './useHasPassword.ts';

/** Who one is here, and everything one can do about it. */
export default function AccountPage() {
  const { me, heard, failure } = useMe();
  if (!heard) {
    return (
      <PersonPage title="Account" lead={failure ?? undefined}>
        {failure === null ? (
          <SkeletonList label="The account is loading" />
        ) : (
          <div className={styles.section}>
            <div className={styles.ways}>
              <Button onClick={() => void refreshMe()}>Try again</Button>
            </div>
          </div>
        )}
      </PersonPage>
    );
  }
  const change = (changes: ChangeMeBody) =>
    void changeMe(changes).then((answer) => {
      if (answer.status === 'failed') toast(answer.message, { tone: 'problem' });
    });
  return (
    <PersonPage title="Account" lead={me.kind === 'account' ? (me.email ?? undefined) : 'You are a guest.'}>
      <div className={styles.form}>
        <NameField key={me.id} name={me.name} onChange={(name) => change({ name })} />
        <ColorChoice value={me.color} onChange={(color) => change({ color })} />
        <p className={styles.text}>The others on a map see you under this name and colour.</p>
      </div>
      {me.kind === 'guest' ? <GuestSection signUpOpen={me.signUpOpen} /> : <AccountSections />}
    </PersonPage>
  );
}

function AccountSections() {
  const hasPassword = useHasPassword();
  // All at once: what came later would push a button away from under the finger that is about to press it.
  if (hasPassword === null) return <SkeletonList label="The account is loading" />;
  return (
    <>
      {hasPassword && <PasswordSection />}
      <SessionsSection />
      <DeleteSection />
    </>
  );
}
