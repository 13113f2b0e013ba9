import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { COMMENT_LIMIT } from '../../../shared/talk/records.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { loadPeople } from '../../talk/openTalk.ts';
import { takeAhead, useTalk } from '../../talk/talkStore.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import field from '../../ui/Field.module.css';
import { tellCut } from '../../ui/tellCut.ts';
import styles from './Composer.module.css';
import { callAt, complete, mentionedIn, suggest } from './mentions.ts';

interface ComposerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly send: string;
  /** What stands in it at first, when something is changed. */
  readonly initial?: string;
  /** Under which name what was typed is kept while the panel shows something else. */
  readonly draft: string;
  readonly focus?: boolean;
  /** Takes what was written; false leaves it in the field. */
  readonly onSend: (text: string, mentions: readonly string[]) => boolean;
  readonly onCancel?: () => void;
}

/** What was typed and not sent: a glance at the gaps must not cost half a comment. */
const drafts = new Map<string, string>();
const NOBODY: never[] = [];

/** Where a comment is written: Enter sends, Shift+Enter begins a new line, @ offers people. */
export function Composer({
  label,
  placeholder,
  send,
  initial = '',
  draft: name,
  focus,
  onSend,
  onCancel,
}: ComposerProps) {
  const { mapId } = useMapSession();
  // Whoever sits here next must not find, and send, what somebody else began.
  const draft = `${useSession((session) => session.me.id)}/${mapId}/${name}`;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes behind what was put in: before the next letter comes, not a frame later. */
  const moveTo = useRef<number | null>(null);
  const people = useTalk((state) => state.people) ?? NOBODY;
  const [text, setText] = useState(drafts.get(draft) ?? initial);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** The @ whose list was closed with Escape. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const call = callAt(text, caret);
  const offered = call && call.at !== dismissed ? suggest(people, call) : NOBODY;
  const active = offered[Math.min(chosen, offered.length - 1)];

  const change = (next: string, at: number) => {
    if (next && next !== initial) drafts.set(draft, next);
    else drafts.delete(draft);
    setText(next);
    setCaret(at);
    setChosen(0);
  };

  // With the first painting, not behind it: until it has the focus, letters are commands of the map.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it comes, not whenever something is typed
  useLayoutEffect(() => {
    if (!focus) return;
    const typed = text + takeAhead();
    if (typed !== text) change(typed, typed.length);
    moveTo.current = typed.length;
    area.current?.focus();
  }, [focus]);
  const calling = call !== null;
  useEffect(() => {
    // Whoever came since the panel was opened can be meant, too.
    if (calling) void loadPeople();
  }, [calling]);
  // As high as what is in it, up to the limit of the style.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || element.value !== text) return;
    if (moveTo.current !== null) element.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);

  const choose = (name: string) => {
    if (!call) return;
    const next = complete(text, call, name);
    moveTo.current = next.caret;
    change(next.text, next.caret);
    area.current?.focus();
  };
  const submit = () => {
    if (!text.trim() || !onSend(text, mentionedIn(text, people))) return;
    change('', 0);
  };
  const cancel = () => {
    drafts.delete(draft);
    onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const handled = active ? onListKey(event.key) : onPlainKey(event);
    if (!handled) return;
    event.preventDefault();
    // Escape in a sheet or dialog would close that.
    event.stopPropagation();
  };
  const onListKey = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        setChosen((chosen + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
        return true;
      case 'Enter':
      case 'Tab':
        if (active) choose(active.name);
        return true;
      case 'Escape':
        setDismissed(call?.at ?? null);
        return true;
      default:
        return false;
    }
  };
  const onPlainKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'Enter' && !shiftKey) {
      submit();
      return true;
    }
    // With something typed, Escape is not for throwing it away.
    if (key !== 'Escape' || !onCancel || text !== initial) return false;
    cancel();
    return true;
  };

  return (
    <div className={styles.composer}>
      <textarea
        ref={area}
        className={classes(field.control, styles.area)}
        rows={1}
        value={text}
        maxLength={COMMENT_LIMIT}
        onPaste={tellCut}
        placeholder={placeholder}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={active ? `${id}-people` : undefined}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        onChange={({ target }) => change(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {active && (
        <div id={`${id}-people`} className={styles.people} role="listbox" aria-label="People on this map">
          {offered.map((person) => (
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              className={styles.person}
              role="option"
              tabIndex={-1}
              aria-selected={person === active}
              // Not on click: by then the field has lost the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person.name);
              }}
            >
              <Avatar name={person.name} color={person.color} size={20} />
              {person.name}
            </div>
          ))}
        </div>
      )}
      {(text || onCancel) && (
        <div className={styles.actions}>
          {onCancel && (
            <Button small look="quiet" onClick={cancel}>
              Cancel
            </Button>
          )}
          <Button small look="primary" disabled={!text.trim()} onClick={submit}>
            {send}
          </Button>
        </div>
      )}
    </div>
  );
}
