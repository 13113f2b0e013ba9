import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { floatingRoot } from './floatingRoot.ts';
import { focusSurface } from './focusSurface.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SheetProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is a side panel on a desk comes up from below on a phone. */
export function Sheet({ label, onClose, children }: SheetProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal container={floatingRoot()}>
        {/* Not Radix.Overlay: its scroll lock writes a style element, which the security policy forbids. */}
        <div className={styles.overlay} aria-hidden />
        <Radix.Content
          className={classes(styles.dialog, styles.sheet)}
          aria-describedby={undefined}
          onOpenAutoFocus={focusSurface}
        >
          <VisuallyHidden>
            <Radix.Title>{label}</Radix.Title>
          </VisuallyHidden>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
