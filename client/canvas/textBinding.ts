import type * as Y from 'yjs';
import type { TextRef } from '../../shared/commands/editText.ts';
import { type Splice, spliceBetween } from '../../shared/model/writeRecord.ts';
import { rebased, shifted, type TextDelta, typedSplice } from './textSplice.ts';

/** One name for a text on the map, the same for everybody: `touchpoint/x1/title`. */
export const keyOf = (ref: TextRef): string =>
  ref.kind === 'map' ? `map/map/${ref.field}` : `${ref.kind}/${ref.id}/${ref.field}`;

interface BindingEvents {
  write(splice: Splice): void;
  /** The field shows this text now. */
  shown(value: string): void;
}

/**
 * Keeps a text field and a shared text equal. Outside a composition the two are always the same, since Yjs reports
 * remote changes at once. While an input method composes, the field must not be touched or the word is lost: remote
 * changes wait, and the composed word is rebased onto them when it is done.
 */
export class TextBinding {
  readonly #text: Y.Text;
  readonly #field: HTMLTextAreaElement;
  readonly #oneLine: boolean;
  readonly #events: BindingEvents;
  /** What the field showed when the text and it were last equal. */
  #shown: string;
  #writing = false;
  #composing = false;
  #waiting: TextDelta[] = [];

  constructor(text: Y.Text, field: HTMLTextAreaElement, multiline: boolean, events: BindingEvents) {
    this.#text = text;
    this.#field = field;
    this.#oneLine = !multiline;
    this.#events = events;
    this.#shown = text.toString();
    field.value = this.#shown;
    events.shown(this.#shown);
    text.observe(this.#remote);
    field.addEventListener('input', this.#input);
    field.addEventListener('compositionstart', this.#compose);
    field.addEventListener('compositionend', this.#composed);
  }

  destroy(): void {
    this.#text.unobserve(this.#remote);
    this.#field.removeEventListener('input', this.#input);
    this.#field.removeEventListener('compositionstart', this.#compose);
    this.#field.removeEventListener('compositionend', this.#composed);
  }

  #remote = (event: Y.YTextEvent) => {
    if (this.#writing) return;
    if (this.#composing) this.#waiting.push(event.delta);
    else this.#takeOver(event.delta);
  };

  #input = () => {
    if (this.#composing) this.#events.shown(this.#field.value);
    else this.#write();
  };

  #compose = () => {
    this.#composing = true;
  };

  #composed = () => {
    this.#composing = false;
    this.#write();
  };

  #write(): void {
    const field = this.#field;
    // Text pasted into a title may carry line breaks.
    if (this.#oneLine && /[\r\n]/.test(field.value)) {
      const cursor = field.selectionEnd;
      field.value = field.value.replace(/[\r\n]/g, ' ');
      field.setSelectionRange(cursor, cursor);
    }
    const splice = typedSplice(this.#shown, field.value, field.selectionEnd);
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#shown = field.value;
    if (splice.remove > 0 || splice.insert) {
      this.#writing = true;
      try {
        this.#events.write(rebased(splice, waiting));
      } finally {
        this.#writing = false;
      }
    }
    this.#takeOver(null);
    this.#events.shown(field.value);
  }

  /** Shows the shared text; the cursor moves along with what others changed before it. */
  #takeOver(change: TextDelta | null): void {
    const next = this.#text.toString();
    if (next === this.#field.value) {
      this.#shown = next;
      return;
    }
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = this.#field;
    // Where a write of our own lies in between, no reported change fits the field's text: the difference does.
    const delta = change ?? differenceOf(this.#field.value, next);
    const move = (position: number) => Math.min(next.length, shifted(position, delta));
    this.#field.value = next;
    // Focus must not jump here: setting a selection focuses the field in some browsers.
    if (this.#field.ownerDocument.activeElement === this.#field) {
      this.#field.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
      this.#field.scrollTop = scrollTop;
    }
    this.#shown = next;
    this.#events.shown(next);
  }
}

function differenceOf(before: string, after: string): TextDelta {
  const { at, remove, insert } = spliceBetween(before, after);
  return [{ retain: at }, { delete: remove }, { insert }];
}
