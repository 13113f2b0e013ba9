import { X } from 'lucide-react';
import type { MapPerson } from '../../../shared/protocol/access.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { addMember, changeMember, removeMember } from '../../http/sharing.ts';
import { useMe } from '../../session/me.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Link } from '../../ui/Link.tsx';
import { ACCOUNT_PATH } from '../../ui/route.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './ShareDialog.module.css';
import { ROLE_OPTIONS, ROLE_WORDS } from './shareWords.ts';
import type { Sharing } from './useSharing.ts';

interface PersonRowProps {
  readonly person: Omit<MapPerson, 'role'> & { readonly role: Role | null };
  readonly isHere: boolean;
  readonly act: Sharing['act'];
}

/** One person; an owner changes here what they may do, which makes whoever came by a link a member. */
export function PersonRow({ person, isHere, act }: PersonRowProps) {
  const { mapId } = useMapSession();
  const isOwner = useSession((session) => session.role === 'owner');
  const isMe = useSession((session) => session.me.id === person.id);
  const isNamed = useMe((state) => state.me.named);
  const { id, name, color, email, kind, link, role } = person;
  const change = (next: Role) =>
    void act(link === null ? changeMember(mapId, id, next) : addMember(mapId, { person: id, role: next }));
  const facts = [email ?? (kind === 'guest' && role ? 'guest' : null), link && 'came by a link'].filter(Boolean);
  return (
    <li className={styles.person}>
      <Avatar name={name} color={color} size={30} />
      <span className={styles.grow}>
        <span className={styles.name}>
          {name}
          {isMe && <span className={styles.hint}> (you)</span>}
          {isHere && <span className={styles.here}>here now</span>}
        </span>
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
        {isMe && !isNamed && (
          <Link href={ACCOUNT_PATH} className={styles.link}>
            Choose the name that the others see
          </Link>
        )}
      </span>
      {isOwner && role ? (
        <>
          <Select label={`What ${name} may do`} labelHidden value={role} options={ROLE_OPTIONS} onChange={change} />
          {link === null ? (
            <IconButton
              label={isMe ? 'Leave this map' : `Take ${name} off the map`}
              small
              icon={<X size={15} aria-hidden />}
              onClick={() => void act(removeMember(mapId, id))}
            />
          ) : (
            <span className={styles.noButton} />
          )}
        </>
      ) : (
        role && <span className={styles.role}>{ROLE_WORDS[role]}</span>
      )}
    </li>
  );
}
