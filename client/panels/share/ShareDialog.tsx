import { reaches } from '../../../shared/protocol/roles.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { whoIsHere } from '../topbar/whoIsHere.ts';
import { AskOwner } from './AskOwner.tsx';
import { LinksSection } from './LinksSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import styles from './ShareDialog.module.css';
import { useSharing } from './useSharing.ts';

/** Who is here and as what, and for owners the ways to let others in. */
export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { mapId } = useMapSession();
  const role = useSession((session) => session.role);
  const me = useSession((session) => session.me);
  const others = useSession((session) => session.others);
  const here = [me, ...whoIsHere(others, me.id).map(({ user }) => user)];
  const isOwner = role === 'owner';
  const connected = useSession((session) => session.saving.status !== 'offline');
  const present = [...here.map(({ id }) => id).sort(), connected].join(' ');
  const sharing = useSharing(mapId, { people: reaches(role, 'commenter'), links: isOwner }, present);
  return (
    <Dialog wide title="Share this map" onClose={onClose}>
      <div className={styles.parts}>
        {sharing.problem && (
          <p className={styles.problem} role="alert">
            {sharing.problem}
          </p>
        )}
        {isOwner ? <LinksSection sharing={sharing} /> : <AskOwner sharing={sharing} />}
        <PeopleSection sharing={sharing} here={here} />
      </div>
    </Dialog>
  );
}
