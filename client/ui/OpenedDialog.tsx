import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import type { DialogProps } from './Dialog.tsx';
import { IconButton } from './IconButton.tsx';
import { Surface } from './Surface.tsx';

/** A part of the page that comes after it was drawn: `Dialog.tsx` is what others use. */
export function OpenedDialog({
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
