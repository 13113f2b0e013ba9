import { reaches } from '../../shared/protocol/roles.ts';
import { useSession } from './SessionContext.tsx';

/**
 * Whether whoever looks at this page may change the map. What only serves to change it is not shown to others at
 * all; the session refuses besides, and so does the server.
 */
export const useMayEdit = (): boolean => useSession((session) => reaches(session.role, 'editor'));
