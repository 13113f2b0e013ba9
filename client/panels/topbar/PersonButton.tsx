import { LocateFixed } from 'lucide-react';
import { useView } from '../../canvas/viewStore.ts';
import { follow, stopFollowing, useFollow } from '../../presence/followStore.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './People.module.css';
import type { Present } from './whoIsHere.ts';

interface PersonButtonProps {
  readonly person: Present;
  /** With the name beside the disc, and the way to what they are at. */
  readonly named?: boolean;
}

/** Somebody else on the map: one's own view goes with theirs, until it is pressed again. */
export function PersonButton({ person: { user, at }, named = false }: PersonButtonProps) {
  const show = useView((view) => view.show);
  const followed = useFollow(({ target }) => target?.kind === 'person' && target.user === user.id);
  const words = followed ? `Stop following ${user.name}` : `Follow ${user.name}`;
  const button = (
    <button
      type="button"
      className={classes(styles.person, named && styles.named)}
      aria-pressed={followed}
      onClick={() => (followed ? stopFollowing() : follow({ kind: 'person', user: user.id, name: user.name }))}
    >
      <VisuallyHidden>{words}</VisuallyHidden>
      <Avatar name={user.name} color={user.color} />
      {named && (
        <span className={styles.name} aria-hidden>
          {user.name}
        </span>
      )}
    </button>
  );
  if (!named) return <Tooltip text={words}>{button}</Tooltip>;
  return (
    <span className={styles.row}>
      {button}
      {at.length > 0 && (
        <IconButton
          label={`Go to where ${user.name} is`}
          icon={<LocateFixed size={15} aria-hidden />}
          small
          onClick={() => show(at)}
        />
      )}
    </span>
  );
}
