import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCanvas } from '../canvas/canvasContext.ts';
import { focusCanvas } from '../canvas/focusSpot.ts';
import { classes } from '../ui/classes.ts';
import dialog from '../ui/Dialog.module.css';
import { Surface } from '../ui/Surface.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { goToCanvas } from './goToCanvas.ts';
import { Keys } from './Keys.tsx';
import { closeDialog, takeEarly } from './openDialog.ts';
import styles from './Palette.module.css';
import { type Option, useOffer } from './paletteOffer.ts';

/** Finds actions, and whatever is on the map, by name. Arrows choose, Enter does it, Esc leaves all as it was. */
export default function Palette() {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState(false);
  const [before] = useState(() => document.activeElement);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<Option | null>(null);
  const canvas = useCanvas();
  const groups = useOffer(query);
  const options = groups.flatMap((group) => group.options);
  const current = Math.min(active, options.length - 1);

  /** At once, and not when the dialog has faded: what is typed next belongs to what the choice has opened. */
  const choose = (option: Option | undefined) => {
    if (!option || chosen.current) return;
    chosen.current = option;
    flushSync(closeDialog);
    if (option.onMap) goToCanvas(canvas);
    else if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    else focusCanvas(canvas);
    option.run();
  };
  // From now on keys come here by themselves; Enter may have come before there was anything to choose.
  const onOpened = (event: Event) => {
    event.preventDefault();
    const early = takeEarly();
    if (early?.text && input.current) {
      input.current.value = early.text;
      setQuery(early.text);
    }
    if (early?.entered) setEntered(true);
    input.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what is found by then
  useEffect(() => {
    if (entered) queueMicrotask(() => choose(options[0]));
  }, [entered]);
  const onClosed = (event: Event) => {
    if (chosen.current) event.preventDefault();
    // The text it was opened from is gone: the canvas takes the focus.
    else setTimeout(() => document.activeElement === document.body && focusCanvas(canvas));
  };
  const move = (to: number) => {
    const next = (to + options.length) % Math.max(1, options.length);
    setActive(next);
    list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by) move(Math.abs(by) === 1 ? current + by : Math.max(0, Math.min(options.length - 1, current + by)));
    else if (event.key === 'Enter') choose(options[current]);
    else return;
    event.preventDefault();
  };

  let index = 0;
  return (
    <Surface
      className={classes(dialog.dialog, styles.palette)}
      onClose={closeDialog}
      onClosed={onClosed}
      onOpened={onOpened}
    >
      <VisuallyHidden>
        <Radix.Title>Find and do</Radix.Title>
      </VisuallyHidden>
      <div className={styles.search}>
        <Search size={16} aria-hidden />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label="Find an action, or something on the map"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="An action, or a name on the map"
          // Not held to the state: a key may come between what was typed early and its rendering, and goes on after it.
          defaultValue=""
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label="What was found"
        tabIndex={-1}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's; this is a group of options
          <div key={group.title} role="group" aria-label={group.title} className={styles.group}>
            <div className={styles.groupTitle} aria-hidden>
              {group.title}
            </div>
            {group.options.map((option) => {
              const at = index++;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, as the combobox pattern has it
                <div
                  key={option.key}
                  id={`${id}-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === current}
                  className={styles.option}
                  onPointerMove={() => setActive(at)}
                  onClick={() => choose(option)}
                >
                  <span className={styles.label}>{option.label}</span>
                  {option.hint && <span className={styles.hint}>{option.hint}</span>}
                  {option.chord && <Keys chord={option.chord} />}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div role="status" className={styles.none}>
        {options.length === 0 && 'Nothing here has this name.'}
      </div>
    </Surface>
  );
}
