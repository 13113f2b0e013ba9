import type { ReactNode } from 'react';
import styles from './Button.module.css';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: read aloud, and shown on hover and focus. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The key that does the same, shown beside the label. */
  readonly keys?: string;
}

/** A button that is only an icon, and still says what it does. */
export function IconButton({ label, icon, keys, className, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <Button {...rest} look={look} aria-label={label} className={classes(styles.icon, className)}>
        {icon}
      </Button>
    </Tooltip>
  );
}
