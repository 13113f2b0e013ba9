import { Dialog as Radix } from 'radix-ui';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import type { SheetProps } from './Sheet.tsx';
import { Surface } from './Surface.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A part of the page that comes after it was drawn: `Sheet.tsx` is what others use. */
export function OpenedSheet({ label, onClose, children }: SheetProps) {
  return (
    <Surface className={classes(styles.dialog, styles.sheet)} onClose={onClose}>
      <VisuallyHidden>
        <Radix.Title>{label}</Radix.Title>
      </VisuallyHidden>
      {children}
    </Surface>
  );
}
