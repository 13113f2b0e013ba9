import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { Surface } from './Surface.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SheetProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is a side panel on a desk comes up from below on a phone. */
export function Sheet({ label, onClose, children }: SheetProps) {
  return (
    <Surface className={classes(styles.dialog, styles.sheet)} onClose={onClose}>
      <VisuallyHidden>
        <Radix.Title>{label}</Radix.Title>
      </VisuallyHidden>
      {children}
    </Surface>
  );
}
