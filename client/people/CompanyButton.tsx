import { Building2 } from 'lucide-react';
import { companySignIn } from '../http/auth.ts';
import { Button } from '../ui/Button.tsx';
import { signInPath } from '../ui/route.ts';
import styles from './PersonPage.module.css';
import { Problem } from './Problem.tsx';
import { useAsk } from './useAsk.ts';

interface CompanyButtonProps {
  readonly name: string;
  readonly next: string;
}

/** Signs in with the account that people have at their company anyway. */
export function CompanyButton({ name, next }: CompanyButtonProps) {
  const { busy, problem, ask } = useAsk();
  const go = async () => {
    const path = signInPath(next);
    const answer = await ask(() => companySignIn(next, `${path}${path.includes('?') ? '&' : '?'}failed`));
    if (answer) location.assign(answer.value.url);
  };
  return (
    <>
      <Button look="primary" className={styles.company} disabled={busy} onClick={() => void go()}>
        <Building2 size={16} aria-hidden />
        Sign in with {name}
      </Button>
      <Problem text={problem} />
    </>
  );
}
