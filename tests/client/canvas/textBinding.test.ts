import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { TextBinding } from '../../../client/canvas/textBinding.ts';

/** As much of a text field as a binding touches; the focus is in it. */
class FakeField extends EventTarget {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = 'none' as const;
  scrollTop = 0;
  readonly ownerDocument = { activeElement: this };
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  /** Replaces what is selected, as typing does. */
  replace(insert: string): void {
    this.value = this.value.slice(0, this.selectionStart) + insert + this.value.slice(this.selectionEnd);
    const cursor = this.selectionStart + insert.length;
    this.setSelectionRange(cursor, cursor);
    this.dispatchEvent(new Event('input'));
  }
  /** The word the input method composes grows or changes; the field reports it, nothing is final yet. */
  say(type: 'compositionstart' | 'compositionend'): void {
    this.dispatchEvent(new Event(type));
  }
}

/** Somebody's own copy of one text and the field they type it in. */
function typist(text: string, from?: Y.Doc) {
  const doc = new Y.Doc();
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const shared = doc.getText('title');
  if (!from) shared.insert(0, text);
  const field = new FakeField();
  new TextBinding(shared, field as unknown as HTMLTextAreaElement, false, {
    write: ({ at, remove, insert }) =>
      doc.transact(() => {
        shared.delete(at, remove);
        shared.insert(at, insert);
      }),
    shown: () => undefined,
  });
  return { doc, shared, field };
}

function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

/** A position that is not inside a character of two units: no field lets a cursor stand there. */
function whole(text: string, position: number): number {
  const at = Math.min(position, text.length);
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

describe('a shared text field', () => {
  it('keeps the cursor with its neighbours when others type before it', () => {
    const here = typist('confirmed');
    const there = typist('', here.doc);
    here.field.setSelectionRange(4, 4);
    there.field.setSelectionRange(0, 0);
    there.field.replace('Order ');
    meet(here.doc, there.doc);
    expect(here.field.value).toBe('Order confirmed');
    expect(here.field.selectionStart).toBe(10);
  });

  it('leaves a word alone while it is composed, and puts it where it belongs afterwards', () => {
    const here = typist('Order');
    const there = typist('', here.doc);
    here.field.setSelectionRange(5, 5);
    here.field.say('compositionstart');
    here.field.replace('に');
    there.field.setSelectionRange(0, 0);
    there.field.replace('New ');
    meet(here.doc, there.doc);
    expect(here.field.value).toBe('Orderに');
    here.field.setSelectionRange(5, 6);
    here.field.replace('日本');
    here.field.say('compositionend');
    meet(here.doc, there.doc);
    expect(here.field.value).toBe('New Order日本');
    expect(there.field.value).toBe('New Order日本');
    expect(here.field.selectionStart).toBe(11);
  });

  it('makes one line of what is pasted', () => {
    const { field, shared } = typist('');
    field.replace('two\nlines');
    expect(shared.toString()).toBe('two lines');
  });

  it('is the same for everybody after any typing, and shows the shared text', () => {
    const stroke = fc.record({
      who: fc.boolean(),
      from: fc.nat(12),
      length: fc.nat(3),
      insert: fc.constantFrom('', 'a', 'aa', 'b', '😀', 'ab '),
      meet: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 30 }), (strokes) => {
        const here = typist('aab aa');
        const there = typist('', here.doc);
        for (const { who, from, length, insert, meet: meets } of strokes) {
          const { field } = who ? here : there;
          const start = whole(field.value, from);
          field.setSelectionRange(start, whole(field.value, start + length));
          field.replace(insert);
          if (meets) meet(here.doc, there.doc);
        }
        meet(here.doc, there.doc);
        expect(here.field.value).toBe(here.shared.toString());
        expect(there.field.value).toBe(there.shared.toString());
        expect(here.field.value).toBe(there.field.value);
      }),
      { numRuns: 300 },
    );
  });
});
