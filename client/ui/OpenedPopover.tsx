import { Popover as Radix } from 'radix-ui';
import { classes } from './classes.ts';
import floating from './Floating.module.css';
import { floatingRoot } from './floatingRoot.ts';
import styles from './Popover.module.css';
import type { PopoverProps } from './Popover.tsx';

/** Open as soon as it is there; later it opens and closes by its button. */
export function OpenedPopover({ trigger, label, align = 'end', children }: PopoverProps) {
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floatingRoot()}>
        <Radix.Content
          className={classes(floating.floating, styles.popover)}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
