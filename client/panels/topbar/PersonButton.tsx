import { useView } from '../../canvas/viewStore.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './People.module.css';
import type { Present } from './whoIsHere.ts';

interface PersonButtonProps {
  readonly person: Present;
  /** With the name beside the disc. */
  readonly named?: boolean;
}

/** Somebody else on the map; goes to what they are at. */
export function PersonButton({ person: { user, at }, named = false }: PersonButtonProps) {
  const show = useView((view) => view.show);
  const nowhere = at.length === 0;
  const words = nowhere ? user.name : `Go to where ${user.name} is`;
  const button = (
    <button
      type="button"
      className={classes(styles.person, named && styles.named)}
      aria-disabled={nowhere || undefined}
      onClick={() => !nowhere && show(at)}
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
  return named ? button : <Tooltip text={words}>{button}</Tooltip>;
}
