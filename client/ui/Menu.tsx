import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import floating from './Floating.module.css';
import { floatingRoot } from './floatingRoot.ts';
import styles from './Menu.module.css';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly align?: 'start' | 'end';
  /** Made by the press that opens it. */
  readonly defaultOpen?: boolean;
  /** Asked when it has closed: whether the focus stays where a choice has put it, instead of going back to the button. */
  readonly focusMoved?: () => boolean;
  readonly children: ReactNode;
}

export function Menu({ trigger, align = 'end', defaultOpen = false, focusMoved, children }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floatingRoot()}>
        <Radix.Content
          className={classes(floating.floating, styles.menu)}
          align={align}
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={(event) => focusMoved?.() && event.preventDefault()}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, hint, danger = false, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item className={classes(styles.item, danger && styles.danger)} disabled={disabled} onSelect={onSelect}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </Radix.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  readonly heading: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: T) => void;
}

/** One of several, the chosen one ticked. */
export function MenuChoice<T extends string>({ heading, value, options, onChange }: MenuChoiceProps<T>) {
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

export const MenuSeparator = () => <Radix.Separator className={styles.separator} />;
