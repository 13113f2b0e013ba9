import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { Surface } from './Surface.tsx';

interface DialogProps {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly text?: string;
  readonly wide?: boolean;
  /** As much of the window as is good for looking at a page. */
  readonly roomy?: boolean;
  readonly onClose: () => void;
  /** Takes over where the focus goes when it is closed. */
  readonly onClosed?: (event: Event) => void;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Asks or tells something that cannot wait. Rendered while it is open; Esc and the cross both mean `onClose`. */
export function Dialog({
  title,
  text,
  wide = false,
  roomy = false,
  onClose,
  onClosed,
  actions,
  children,
}: DialogProps) {
  return (
    <Surface
      className={classes(styles.dialog, wide && styles.wide, roomy && styles.roomy)}
      described={Boolean(text)}
      onClose={onClose}
      onClosed={onClosed}
    >
      <div className={styles.head}>
        <Radix.Title className={styles.title}>{title}</Radix.Title>
        <Radix.Close asChild>
          <IconButton label="Close" icon={<X size={16} />} small />
        </Radix.Close>
      </div>
      {text && <Radix.Description className={styles.text}>{text}</Radix.Description>}
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </Surface>
  );
}
