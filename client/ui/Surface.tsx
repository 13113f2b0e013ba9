import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import styles from './Dialog.module.css';
import { floatingRoot } from './floatingRoot.ts';
import { focusSurface } from './focusSurface.ts';

interface SurfaceProps {
  readonly className: string;
  /** Whether a `Radix.Description` is among the children. */
  readonly described?: boolean;
  readonly onClose: () => void;
  /** Takes over what gets the focus when it opens; otherwise the surface itself does. */
  readonly onOpened?: (event: Event) => void;
  /** Takes over where the focus goes when it is closed; otherwise it goes back. */
  readonly onClosed?: ((event: Event) => void) | undefined;
  readonly children: ReactNode;
}

/** What lies above the page and keeps the focus while it is open. */
export function Surface({
  className,
  described = false,
  onClose,
  onOpened = focusSurface,
  onClosed,
  children,
}: SurfaceProps) {
  const [before] = useState(() => document.activeElement);
  // Radix gives the focus back to a trigger; a surface that something else opened has none.
  const giveBack = (event: Event) => {
    onClosed?.(event);
    if (event.defaultPrevented || !(before instanceof HTMLElement) || !before.isConnected) return;
    event.preventDefault();
    before.focus({ preventScroll: true });
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal container={floatingRoot()}>
        {/* Not Radix.Overlay: its scroll lock writes a style element, which the security policy forbids. */}
        <div className={styles.overlay} aria-hidden />
        <Radix.Content
          className={className}
          onOpenAutoFocus={onOpened}
          onCloseAutoFocus={giveBack}
          {...(described ? {} : { 'aria-describedby': undefined })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
