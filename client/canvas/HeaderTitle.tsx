import { classes } from '../ui/classes.ts';
import styles from './Headers.module.css';
import { TextEdit } from './TextEdit.tsx';
import { useEnding } from './useEnding.ts';
import { useView } from './viewStore.ts';

interface HeaderTitleProps {
  readonly item: { readonly kind: 'stage' | 'step' | 'lane'; readonly id: string };
  readonly title: string;
  readonly className?: string | undefined;
}

/** The title of a stage, step or lane, typed in where it stands. */
export function HeaderTitle({ item, title, className }: HeaderTitleProps) {
  const editing = useView(({ editing: now }) => (now?.kind === item.kind && now.id === item.id ? now : null));
  const end = useEnding(item);
  if (editing) {
    return (
      <TextEdit
        textRef={{ ...item, field: 'title' }}
        label={`Title of the ${item.kind}`}
        className={classes(styles.edit, className)}
        placeholder={item.kind === 'step' ? 'What the customer does' : `Name of the ${item.kind}`}
        autoFocus={editing.append ? 'end' : 'all'}
        onDone={end}
      />
    );
  }
  return (
    <span className={classes(styles.name, className)} data-title="" data-empty={!title || undefined} title={title}>
      {title || `Untitled ${item.kind}`}
    </span>
  );
}
