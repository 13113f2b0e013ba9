import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Toaster.module.css';
import { dismissToast, useToasts } from './toasts.ts';

/** How long a toast stays; one with something to do stays longer. Pointing at it or focusing it (F8) stops the clock. */
const DURATION_MS = 5000;
const WITH_ACTION_MS = 9000;

/** What the page says in passing. A part of the page that comes after it was drawn: `Toaster.tsx` is what others use. */
export function Toasts() {
  const shown = useToasts((toasts) => toasts.shown);
  return (
    <Radix.Provider swipeDirection="down" label="Message">
      {shown.map(({ id, text, tone, action }) => (
        <Radix.Root
          key={id}
          className={classes(styles.toast, tone === 'problem' && styles.problem)}
          duration={action ? WITH_ACTION_MS : DURATION_MS}
          type={tone === 'problem' ? 'foreground' : 'background'}
          onOpenChange={(open) => !open && dismissToast(id)}
        >
          <Radix.Description className={styles.text}>{text}</Radix.Description>
          {action && (
            <Radix.Action asChild altText={action.label}>
              <Button look="link" className={styles.action} onClick={action.run}>
                {action.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close className={styles.close} aria-label="Close message">
            <X size={14} aria-hidden />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className={styles.viewport} />
    </Radix.Provider>
  );
}
