import { Plus } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import styles from './Outline.module.css';
import { useTabStop } from './useRow.ts';

interface AddRowProps {
  /** The line of this button among all lines. */
  readonly row: string;
  readonly label: string;
  /** Where it is, for whoever hears the label alone. */
  readonly where?: string;
  readonly className?: string | undefined;
  readonly onAdd: () => void;
}

export function AddRow({ row, label, where, className, onAdd }: AddRowProps) {
  const tabIndex = useTabStop(row);
  return (
    <button
      type="button"
      className={classes(styles.add, className)}
      data-row={row}
      tabIndex={tabIndex}
      aria-label={where ? `${label} ${where}` : undefined}
      onClick={onAdd}
    >
      <Plus size={14} aria-hidden /> {label}
    </button>
  );
}
