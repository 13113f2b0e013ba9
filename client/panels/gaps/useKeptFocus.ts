import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const ROWS = '[data-gap], [data-group]';

interface Held {
  readonly element: Element;
  readonly row: Element | null;
  /** Which of the rows it was. */
  readonly index: number;
}

/**
 * A gap that is fixed takes its row away, and with it the button that had the focus: then the focus goes on to the gap that
 * took its place, so that the next one is a key away and nobody is thrown back to the top of the page.
 */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>): void {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const frame = scroller.current;
    if (!frame) return;
    const hold = ({ target }: FocusEvent) => {
      const element = target instanceof Element ? target : null;
      const row = element?.closest(ROWS) ?? null;
      held.current = element && { element, row, index: row ? [...frame.querySelectorAll(ROWS)].indexOf(row) : 0 };
    };
    // Whoever goes elsewhere means to; a button that vanishes sends nobody anywhere.
    const letGo = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !frame.contains(relatedTarget)) held.current = null;
    };
    frame.addEventListener('focusin', hold);
    frame.addEventListener('focusout', letGo);
    return () => {
      frame.removeEventListener('focusin', hold);
      frame.removeEventListener('focusout', letGo);
    };
  }, [scroller]);
  // At every rendering: whatever took the button away came with one.
  useLayoutEffect(() => {
    const [frame, last] = [scroller.current, held.current];
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!frame || !last || !isLost || last.element.isConnected) return;
    const rows = [...frame.querySelectorAll(ROWS)];
    const row = last.row?.isConnected ? last.row : (rows[Math.min(last.index, rows.length - 1)] ?? null);
    const next = row?.querySelector<HTMLElement>('h3 button') ?? frame;
    next.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });
}
