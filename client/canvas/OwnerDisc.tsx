import type { LaneId, PersonId } from '../../shared/model/ids.ts';
import { initialsOf } from '../../shared/model/initials.ts';
import { useMap } from '../session/SessionContext.tsx';
import styles from './Card.module.css';
import { personHue } from './items.ts';

interface OwnerDiscProps {
  readonly owner: PersonId | null;
  readonly lane: LaneId;
}

/** Who owns a touchpoint, in the hue of their department; a dashed question mark where nobody does. */
export function OwnerDisc({ owner, lane }: OwnerDiscProps) {
  const person = useMap((map) => (owner ? map.people.get(owner) : undefined));
  const hue = useMap((map) => (person ? personHue(map.lanes, person, map.lanes.get(lane)) : 0));
  if (!person) {
    return (
      <span
        className={`${styles.owner} ${styles.unowned}`}
        title="Nobody owns it"
        role="img"
        aria-label="Nobody owns it"
      >
        ?
      </span>
    );
  }
  return (
    <span className={styles.owner} style={{ background: `var(--hue-${hue})` }} title={person.name} aria-hidden="true">
      {initialsOf(person.name)}
    </span>
  );
}
