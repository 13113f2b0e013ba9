import { Popover as Radix } from 'radix-ui';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './Combobox.module.css';
import { classes } from './classes.ts';
import { type Choice, choicesFor, type Offer } from './comboboxChoices.ts';
import field from './Field.module.css';
import floating from './Floating.module.css';
import { floatingRoot } from './floatingRoot.ts';
import { PlainField, useReadOnly } from './ReadOnly.tsx';
import { tellCut } from './tellCut.ts';

interface ComboboxProps extends Offer {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onPick: (id: string) => void;
  /** A whole name that is typed counts as picked when the field is left; where picking ends a dialog it must not. */
  readonly picksByName?: boolean;
  /** Takes any text, not only what is offered. */
  readonly onText?: (text: string) => void;
  /** Makes something new of the text. */
  readonly onCreate?: (text: string) => void;
  readonly onClear?: () => void;
}

/** A text field with a list of what fits: arrows choose, Enter takes, Esc leaves everything as it was. */
export function Combobox(props: ComboboxProps) {
  const { label, labelHidden = false, value, placeholder, maxLength, onPick, onText, onCreate, onClear } = props;
  const id = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const choices = choicesFor(props, draft, value);
  const shown = open && choices.length > 0;
  /** What was typed counts when the field is left. */
  const keep = () => {
    const text = draft?.trim();
    if (text === undefined || text === value) return;
    if (onText) onText(text);
    else if (props.picksByName) {
      const meant = text && choices.find((choice) => choice.kind === 'option' && sameWords(choice.label, text));
      if (meant && meant.kind === 'option') onPick(meant.id);
    }
  };
  const latest = useRef(keep);
  latest.current = keep;
  // A click on the canvas can take the field away before it loses the focus.
  useLayoutEffect(() => () => latest.current(), []);
  if (useReadOnly()) return <PlainField label={label} labelHidden={labelHidden} value={value || (placeholder ?? '')} />;

  const close = () => {
    // At once, not at the next rendering: going away must not take it a second time.
    latest.current = () => {};
    setOpen(false);
    setDraft(null);
    setActive(-1);
  };
  const choose = (choice: Choice) => {
    close();
    if (choice.kind === 'option') onPick(choice.id);
    else if (choice.kind === 'create') onCreate?.(choice.text);
    else onClear?.();
  };
  const leave = () => {
    keep();
    close();
  };
  const type = (text: string) => {
    setDraft(text);
    setOpen(true);
    // Where only what is offered counts, Enter takes the first; where any text does, Enter takes the text.
    setActive(onText || !text.trim() ? -1 : 0);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = shown ? choices[active] : undefined;
    if (move) {
      event.preventDefault();
      if (!open) setOpen(true);
      else setActive((active + move + choices.length) % Math.max(1, choices.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (choice) choose(choice);
      else leave();
    } else if (event.key === 'Escape' && (open || draft !== null)) {
      // Only this list closes, not the sheet around it.
      event.stopPropagation();
      close();
    }
  };

  return (
    <Radix.Root open={shown} onOpenChange={(next) => !next && setOpen(false)}>
      <Radix.Anchor ref={anchor} className={field.field}>
        {!labelHidden && (
          <label htmlFor={id} className={field.label}>
            {label}
          </label>
        )}
        <input
          id={id}
          className={field.control}
          role="combobox"
          aria-label={labelHidden ? label : undefined}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          maxLength={maxLength}
          onPaste={tellCut}
          placeholder={placeholder}
          value={draft ?? value}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onClick={() => setOpen(true)}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
      </Radix.Anchor>
      <Radix.Portal container={floatingRoot()}>
        <Radix.Content
          className={classes(floating.floating, styles.box)}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // Not a dialog: the list inside is what the field controls.
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <div id={`${id}-list`} role="listbox" aria-label={label}>
            {choices.map((choice, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, as the combobox pattern has it
              <div
                key={choice.key}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={classes(styles.option, choice.kind !== 'option' && styles.apart)}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(choice)}
              >
                <span className={styles.text}>{choice.label}</span>
                {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
              </div>
            ))}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const sameWords = (one: string, other: string): boolean => one.trim().toLowerCase() === other.toLowerCase();
