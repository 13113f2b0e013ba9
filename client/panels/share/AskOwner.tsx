import { keptMap } from '../../offline/keptMaps.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { mapPath } from '../../ui/route.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './ShareDialog.module.css';
import type { Sharing } from './useSharing.ts';

const MINE = {
  viewer: 'You can look at this map.',
  commenter: 'You can comment on this map.',
  editor: 'You can edit this map.',
  owner: 'This map is yours.',
} as const;

/** For whoever cannot let others in: what they may do, and who can. */
export function AskOwner({ sharing: { people } }: { readonly sharing: Sharing }) {
  const { mapId } = useMapSession();
  const role = useSession((session) => session.role);
  const me = useSession((session) => session.me.id);
  const owners = people.status === 'ready' ? people.list.filter((person) => person.role === 'owner') : [];
  const names = owners.map(({ name }) => name).join(' or ') || keptMap(mapId, me)?.owner;
  return (
    <section className={styles.part}>
      <p className={styles.text}>
        {role && `${MINE[role]} `}
        {names ? `To invite others, ask ${names}, whose map it is.` : 'To invite others, ask the owner of the map.'}
      </p>
      <div className={styles.line}>
        <CopyButton text={`${location.origin}${mapPath(mapId)}`} label="Copy the address of the map" />
        <span className={styles.hint}>It opens for those who have the map already.</span>
      </div>
    </section>
  );
}
