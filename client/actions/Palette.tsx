import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Canvas, useCanvas } from '../canvas/canvasContext.ts';
import { focusCanvas } from '../canvas/focusSpot.ts';
import { spotNow } from '../canvas/keys.ts';
import { useView } from '../canvas/viewStore.ts';
import { whoIsHere } from '../panels/topbar/whoIsHere.ts';
import { follow } from '../presence/followStore.ts';
import { useMap, useSession } from '../session/SessionContext.tsx';
import { classes } from '../ui/classes.ts';
import dialog from '../ui/Dialog.module.css';
import { Surface } from '../ui/Surface.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { useViewChoice } from '../views/viewChoice.ts';
import type { At } from './action.ts';
import { findItems } from './findItems.ts';
import { goToCanvas } from './goToCanvas.ts';
import { Keys } from './Keys.tsx';
import { actionsFor, offered } from './list.ts';
import { closeDialog, takeEarly, useOpenDialog } from './openDialog.ts';
import styles from './Palette.module.css';
import { best, score } from './search.ts';

interface Option {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly chord: string | undefined;
  /** It is done or seen on the map, whatever view is shown. */
  readonly onMap: boolean;
  readonly run: () => void;
}

interface Group {
  readonly title: string;
  readonly options: readonly Option[];
}

const MOST_ACTIONS = 200;

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

/** What can be chosen, in groups: actions, then what is on the map. */
function useOffer(query: string): readonly Group[] {
  const canvas = useCanvas();
  const asked = useOpenDialog((dialogs) => dialogs.spot);
  // From a menu it is opened without a place: then what is selected is meant.
  const [spot] = useState(() => asked ?? spotNow(canvas));
  const role = useSession((session) => session.role);
  const map = useMap((all) => all);
  return useMemo(() => {
    const at: At = { canvas, spot, event: null };
    const actions = best(offered(actionsFor(role), at), MOST_ACTIONS, ({ label, also, group }) =>
      score(query, label, `${also ?? ''} ${group}`),
    );
    const options = actions.map(
      (action): Option => ({
        key: action.id,
        label: action.label,
        hint: '',
        chord: action.keys[0],
        onMap: action.view === 'map',
        run: () => void action.run(at),
      }),
    );
    const places = findItems(map, query).map(
      ({ title, found }): Group => ({
        title,
        options: found.map((one) => ({
          key: `${one.item.kind}/${one.item.id}`,
          label: one.name,
          hint: one.where,
          chord: undefined,
          // The outline shows its own line.
          onMap: useViewChoice.getState().view !== 'outline',
          run() {
            const view = useView.getState();
            if (one.shows.length > 0) view.show(one.shows);
            else {
              // Somebody who owns nothing is found among the people of the map.
              view.select([]);
              view.showPanel('details');
            }
          },
        })),
      }),
    );
    const groups = [
      { title: 'Actions', options },
      ...places,
      { title: 'Here now', options: peopleHere(canvas, query) },
    ];
    return groups.filter((group) => group.options.length > 0);
  }, [canvas, spot, role, map, query]);
}

/** Who is here, to go to or to follow. */
function peopleHere({ session }: Canvas, query: string): readonly Option[] {
  const { others, me } = session.store.getState();
  const here = whoIsHere(others, me.id).flatMap(({ user, at }): Option[] => [
    ...(at.length > 0
      ? [
          {
            key: `go/${user.id}`,
            label: `Go to where ${user.name} is`,
            hint: '',
            chord: undefined,
            onMap: true,
            run: () => useView.getState().show(at),
          },
        ]
      : []),
    {
      key: `follow/${user.id}`,
      label: `Follow ${user.name}`,
      hint: '',
      chord: undefined,
      onMap: true,
      run: () => follow({ kind: 'person', user: user.id, name: user.name }),
    },
  ]);
  return best(here, MOST_ACTIONS, ({ label }) => score(query, label));
}
