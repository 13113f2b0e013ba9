import { cloneElement, type HTMLAttributes, type MouseEvent, type ReactElement, type ReactNode, useState } from 'react';
import { lateModule } from './lateModule.ts';

export interface PopoverProps {
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  /** What it is about, for those who cannot see where it hangs. */
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

const useParts = lateModule(() => import('./OpenedPopover.tsx'));

/** A small surface that hangs on a button. Until it is opened first it is no more than its button. */
export function Popover(props: PopoverProps) {
  const [asked, setAsked] = useState(false);
  const parts = useParts(asked);
  if (asked && parts) return <parts.OpenedPopover {...props} />;
  const { trigger } = props;
  return cloneElement(trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onClick(event: MouseEvent<HTMLElement>) {
      trigger.props.onClick?.(event);
      if (!event.defaultPrevented) setAsked(true);
    },
  });
}
