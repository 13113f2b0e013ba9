import { type KeyboardEvent, useLayoutEffect, useReducer, useRef } from 'react';
import { editText, findText, type TextRef } from '../../shared/commands/editText.ts';
import { useMapSession } from '../session/SessionContext.tsx';
import styles from './TextEdit.module.css';
import { keyOf, TextBinding } from './textBinding.ts';
import { writeText } from './writeText.ts';

/** What ended the typing. */
export type Done = 'enter' | 'escape' | 'tab' | 'shift-tab' | 'blur';

interface TextEditProps {
  readonly textRef: TextRef;
  readonly label: string;
  /** Enter makes a new line; Ctrl+Enter ends. */
  readonly multiline?: boolean;
  readonly className?: string | undefined;
  readonly placeholder?: string;
  /** Takes the focus when it appears, with the text selected, or with the cursor behind it. */
  readonly autoFocus?: boolean | 'all' | 'end';
  /** Tab ends too, instead of moving the focus on. */
  readonly tabEnds?: boolean;
  readonly readOnly?: boolean;
  /** Called once for each end; after Enter or Escape the blur that follows is not told again. */
  readonly onDone?: (how: Done) => void;
}

/**
 * A text of the map that several people may type in at once. Each input is one splice in the shared text, and what
 * others type moves the cursor along. It grows with its text; font and colour come from around it.
 */
export function TextEdit(props: TextEditProps) {
  const { textRef, label, multiline = false, className, placeholder, autoFocus, tabEnds, readOnly, onDone } = props;
  const session = useMapSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = useRef<HTMLDivElement>(null);
  const binding = useRef<TextBinding | null>(null);
  const ended = useRef(false);
  const key = keyOf(textRef);
  const latest = useRef(textRef);
  latest.current = textRef;
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const text = findText(session.doc, textRef);

  // `key` says all of textRef, which is a new object at each rendering.
  useLayoutEffect(() => {
    const [input, mirror] = [field.current, copy.current];
    if (!text || !input || !mirror) return;
    const bound = new TextBinding(text, input, multiline, {
      write: (splice) => writeText(session, latest.current, splice, `type:${key}`),
      shown: (value) => {
        mirror.textContent = `${value || input.placeholder}\u200b`;
      },
    });
    binding.current = bound;
    return () => {
      bound.destroy();
      binding.current = null;
      if (session.presence.state.editing === key) session.presence.update({ editing: null });
    };
  }, [session, key, multiline, text]);

  // Before the next key arrives: a letter that opened this field belongs into it.
  useLayoutEffect(() => {
    const input = field.current;
    if (!autoFocus || !input) return;
    input.focus({ preventScroll: true });
    if (autoFocus === 'end') input.setSelectionRange(input.value.length, input.value.length);
    else input.select();
  }, [autoFocus]);

  /** Items of ours have every text from the start; where another program left one out, who comes to type makes it. */
  const makeText = () => {
    session.run(editText, { ...latest.current, splice: { at: 0, remove: 0, insert: '' } });
    renderAgain();
  };
  const end = (how: Done) => {
    ended.current = how !== 'blur';
    if (onDone) onDone(how);
    else if (how !== 'blur') field.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed into a text are nobody else's: Delete must not delete the card.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const undo = command && event.key.toLowerCase() === 'z' && !event.shiftKey;
    const redo = command && (event.key.toLowerCase() === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey));
    const ending = endingOf(event, multiline, tabEnds === true);
    if (undo) session.undo();
    if (redo) session.redo();
    if (ending) end(ending);
    if (undo || redo || ending) event.preventDefault();
  };

  return (
    <div className={`${styles.frame} ${className ?? ''}`}>
      <div ref={copy} className={styles.copy} aria-hidden="true" />
      <textarea
        ref={field}
        rows={1}
        className={`${styles.field} nodrag nopan`}
        aria-label={label}
        placeholder={placeholder}
        readOnly={readOnly}
        onKeyDown={onKeyDown}
        onFocus={() => {
          ended.current = false;
          if (!binding.current) makeText();
          session.presence.update({ editing: key });
        }}
        onBlur={() => {
          if (session.presence.state.editing === key) session.presence.update({ editing: null });
          if (!ended.current) end('blur');
        }}
      />
    </div>
  );
}

function endingOf(event: KeyboardEvent, multiline: boolean, tabEnds: boolean): Done | null {
  if (event.key === 'Escape') return 'escape';
  if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) return 'enter';
  if (event.key === 'Tab' && tabEnds) return event.shiftKey ? 'shift-tab' : 'tab';
  return null;
}
