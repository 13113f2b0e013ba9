import { useEffect, useRef } from 'react';
import type { Role } from '../../shared/protocol/roles.ts';
import { roleNews } from '../session/roleWords.ts';
import { useSession } from '../session/SessionContext.tsx';
import { toast } from '../ui/toasts.ts';

const UNSAVED = {
  none: 'Everything you did before is saved.',
  'set-aside': 'What was not saved by then was not taken. It is kept in this browser.',
  lost: 'What was not saved by then was not taken.',
} as const;

/** Says it when somebody gives one another role, and what became of what one was doing. */
export function RoleNews() {
  const role = useSession((session) => session.role);
  const unsaved = useSession((session) => session.unsaved);
  const known = useRef<Role | null>(null);
  useEffect(() => {
    if (role === null) return;
    if (known.current !== null && known.current !== role) toast(roleNews(role, known.current), { about: 'role' });
    known.current = role;
  }, [role]);
  useEffect(() => {
    if (unsaved) toast(UNSAVED[unsaved.became], unsaved.became === 'none' ? {} : { tone: 'problem' });
  }, [unsaved]);
  return null;
}
