import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { type FocusEvent, useRef } from 'react';
import { classes } from './classes.ts';
import floating from './Floating.module.css';
import { floatingRoot } from './floatingRoot.ts';
import styles from './Menu.module.css';
import { isHeld, type MenuChoiceProps, type MenuItemProps, type MenuProps } from './Menu.tsx';

// A part of the page that comes after it was drawn: `Menu.tsx` is what others use.

interface OpenedMenuProps extends MenuProps {
  /** Opened by a key: then the first choice has the focus. */
  readonly byKey: boolean;
  /** The keys that were pressed before it was there. */
  readonly early: readonly string[];
}

/** A menu that is open as soon as it is there, and later opens and closes by its button. */
export function OpenedMenu({ trigger, align = 'end', byKey, early, focusMoved, children }: OpenedMenuProps) {
  const entered = useRef(false);
  // Radix did not see the key that opened it.
  const enter = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (entered.current || target !== currentTarget) return;
    entered.current = true;
    if (byKey) currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
    void play(early, currentTarget);
  };
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floatingRoot()}>
        <Radix.Content
          className={classes(floating.floating, styles.menu)}
          align={align}
          sideOffset={5}
          collisionPadding={8}
          onFocus={enter}
          onKeyDownCapture={(event) => {
            if (!isHeld(event)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onCloseAutoFocus={(event) => focusMoved?.() && event.preventDefault()}
        >
          {typeof children === 'function' ? children() : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Plays keys to a menu as if they were pressed now. It moves its focus a moment after each, so each waits for that. */
async function play(keys: readonly string[], menu: HTMLElement): Promise<void> {
  for (const key of keys) {
    if (!menu.contains(document.activeElement)) return;
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export function Item({ icon, hint, danger = false, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item className={classes(styles.item, danger && styles.danger)} disabled={disabled} onSelect={onSelect}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </Radix.Item>
  );
}

export function Choice<T extends string>({ heading, value, options, onChange }: MenuChoiceProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Radix.RadioGroup value={value} onValueChange={choose}>
      <Radix.Label className={styles.heading}>{heading}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={styles.item}>
          {option.icon && <span className={styles.icon}>{option.icon}</span>}
          <span className={styles.label}>{option.label}</span>
          <Radix.ItemIndicator className={styles.icon}>
            <Check size={15} aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const Separator = () => <Radix.Separator className={styles.separator} />;
