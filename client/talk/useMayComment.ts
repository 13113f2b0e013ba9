import { reaches } from '../../shared/protocol/roles.ts';
import { useSession } from '../session/SessionContext.tsx';

/** Whether whoever looks at this page may write in the discussion; the server refuses besides. */
export const useMayComment = (): boolean => useSession((session) => reaches(session.role, 'commenter'));
