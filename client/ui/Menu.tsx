import {
  cloneElement,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { lateModule } from './lateModule.ts';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly align?: 'start' | 'end';
  /** Asked when it has closed: whether the focus stays where a choice has put it, instead of going back to the button. */
  readonly focusMoved?: () => boolean;
  /** A function is asked when the menu opens. */
  readonly children: ReactNode | (() => ReactNode);
}

const useParts = lateModule(() => import('./MenuParts.tsx'));

/**
 * A menu behind a button. Until it is opened first it is no more than its button: a map has a hundred of them, and the
 * code for them is not among what the map waits for.
 */
export function Menu(props: MenuProps) {
  const [asked, setAsked] = useState<'pointer' | 'key' | null>(null);
  const early = useRef<string[] | null>(null);
  const parts = useParts(asked !== null);
  if (asked && parts) return <parts.OpenedMenu {...props} byKey={asked === 'key'} early={early.current ?? []} />;
  const { trigger } = props;
  const ask = (by: 'pointer' | 'key') => {
    early.current ??= [];
    setAsked(by);
  };
  /** Whoever knows the menu goes on typing: these keys are for it, and are played to it once it is there. */
  const keepEarly = (keys: string[], event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (isHeld(event)) return;
    if (event.key !== 'Escape') keys.push(event.key);
    else {
      early.current = null;
      setAsked(null);
    }
  };
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick(event: MouseEvent<HTMLElement>) {
      trigger.props.onClick?.(event);
      // A click without a pointer is what a button makes of Enter and Space.
      if (!event.defaultPrevented) ask(event.detail === 0 ? 'key' : 'pointer');
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (early.current) {
        keepEarly(early.current, event);
        return;
      }
      trigger.props.onKeyDown?.(event);
      if (event.key !== 'ArrowDown' || event.defaultPrevented) return;
      event.preventDefault();
      ask('key');
    },
  });
}

/** The key that opened a menu, held a little too long: nobody chooses by it. Arrows may be held. */
export const isHeld = ({ repeat, key }: KeyboardEvent): boolean => repeat && (key === 'Enter' || key === ' ');

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  const parts = useParts(true);
  return parts && <parts.Item {...props} />;
}

export interface MenuChoiceProps<T extends string> {
  readonly heading: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: T) => void;
}

/** One of several, the chosen one ticked. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const parts = useParts(true);
  return parts && <parts.Choice {...props} />;
}

export function MenuSeparator() {
  const parts = useParts(true);
  return parts && <parts.Separator />;
}
