import { Popover as Radix } from 'radix-ui';
import type { RefObject } from 'react';
import list from '../ui/Combobox.module.css';
import { classes } from '../ui/classes.ts';
import floating from '../ui/Floating.module.css';
import { floatingRoot } from '../ui/floatingRoot.ts';

interface SuggestedNamesProps {
  readonly id: string;
  readonly label: string;
  /** What they hang on. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly names: readonly string[];
  readonly active: number;
  readonly onActivate: (index: number) => void;
  readonly onChoose: (name: string) => void;
}

/** The names that fit what is typed after @ or #. The keys go to the field, which keeps the focus. */
export function SuggestedNames({ id, label, frame, names, active, onActivate, onChoose }: SuggestedNamesProps) {
  return (
    <Radix.Root open>
      <Radix.Anchor virtualRef={frame as RefObject<HTMLDivElement>} />
      <Radix.Portal container={floatingRoot()}>
        <Radix.Content
          className={classes(floating.floating, list.box)}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          // Not a dialog: the list belongs to the field.
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div id={id} role="listbox" aria-label={label}>
            {names.map((name, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field
              <div
                key={name}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={list.option}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => onActivate(index)}
                onClick={() => onChoose(name)}
              >
                <span className={list.text}>{name}</span>
              </div>
            ))}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
