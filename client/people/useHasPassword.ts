import { useEffect, useState } from 'react';
import { hasPassword } from '../http/auth.ts';

/** Whether this account has a password; null until the server has said so. */
export function useHasPassword(): boolean | null {
  const [has, setHas] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    void hasPassword().then((answer) => {
      // Whoever cannot ask is shown the field: the server refuses what does not fit.
      if (!gone) setHas(answer.status === 'failed' || answer.value);
    });
    return () => {
      gone = true;
    };
  }, []);
  return has;
}
