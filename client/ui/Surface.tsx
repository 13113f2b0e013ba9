import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';
import { floatingRoot } from './floatingRoot.ts';
import { focusSurface } from './focusSurface.ts';

interface SurfaceProps {
  readonly className: string;
  /** Whether a `Radix.Description` is among the children. */
  readonly described?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What lies above the page and keeps the focus while it is open. */
export function Surface({ className, described = false, onClose, children }: SurfaceProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal container={floatingRoot()}>
        {/* Not Radix.Overlay: its scroll lock writes a style element, which the security policy forbids. */}
        <div className={styles.overlay} aria-hidden />
        <Radix.Content
          className={className}
          onOpenAutoFocus={focusSurface}
          {...(described ? {} : { 'aria-describedby': undefined })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
