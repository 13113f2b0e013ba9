import type { MapPerson, VisiblePerson } from '../../../shared/protocol/access.ts';
import { useSession } from '../../session/SessionContext.tsx';
import { AddMember } from './AddMember.tsx';
import { PersonRow } from './PersonRow.tsx';
import styles from './ShareDialog.module.css';
import type { Sharing } from './useSharing.ts';

interface PeopleSectionProps {
  readonly sharing: Sharing;
  readonly here: readonly VisiblePerson[];
}

/** Who has the map and as what, those first who are here now. */
export function PeopleSection({ sharing, here }: PeopleSectionProps) {
  const isOwner = useSession((session) => session.role === 'owner');
  const { people, act } = sharing;
  const known = people.status === 'ready' ? people.list : [];
  const isHere = (id: string) => here.some((person) => person.id === id);
  const unknown = here.filter(({ id }) => known.every((person) => person.id !== id)).map(onlySeen);
  const rows = [...known.filter(({ id }) => isHere(id)), ...unknown, ...known.filter(({ id }) => !isHere(id))];
  return (
    <section className={styles.part} aria-labelledby="share-people">
      <h3 id="share-people" className={styles.title}>
        {known.length > 0 ? 'People' : 'Here now'}
      </h3>
      {people.status === 'failed' && (
        <p className={styles.text} role="alert">
          {people.message}
        </p>
      )}
      <ul className={styles.people} aria-label="People on this map">
        {rows.map((person) => (
          <PersonRow key={person.id} person={person} isHere={isHere(person.id)} act={act} />
        ))}
      </ul>
      {isOwner && <AddMember act={act} />}
    </section>
  );
}

/** Somebody whose disc is on the map before the list says what they are, or who may not be told. */
const onlySeen = ({ id, name, color }: VisiblePerson): Omit<MapPerson, 'role'> & { readonly role: null } => ({
  id,
  name,
  color,
  kind: 'guest',
  email: null,
  role: null,
  link: null,
});
