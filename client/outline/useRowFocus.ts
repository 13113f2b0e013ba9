import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { OutlineRow } from './outlineRows.ts';
import { useOutline } from './outlineStore.ts';

/**
 * Keeps the focus in the outline: it follows a line that moves, goes to the neighbour of one that is gone, also when
 * somebody else deleted it, and to a line that was asked for as soon as it is there.
 */
export function useRowFocus(root: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]): void {
  const current = useOutline((outline) => outline.current);
  const wanted = useOutline((outline) => outline.wanted);
  const typing = useOutline((outline) => outline.typing);
  const before = useRef(rows);
  const hadFocus = useRef(false);

  useEffect(() => {
    const element = root.current;
    const note = ({ type, target }: FocusEvent) => {
      if (type === 'focusin') hadFocus.current = true;
      // What is taken off the page loses the focus without anybody having left it; only afterwards one can tell.
      else {
        setTimeout(() => {
          const stays = element?.contains(document.activeElement) === true;
          if (target instanceof Node && target.isConnected && !stays) hadFocus.current = false;
        });
      }
    };
    element?.addEventListener('focusin', note);
    element?.addEventListener('focusout', note);
    return () => {
      element?.removeEventListener('focusin', note);
      element?.removeEventListener('focusout', note);
    };
  }, [root]);

  useLayoutEffect(() => {
    const old = before.current;
    before.current = rows;
    if (typing) return;
    const isThere = (key: string | null) => key !== null && rows.some((row) => row.key === key);
    // What was asked for may still be on its way; what was there is gone.
    const gone = !isThere(current) && (current === null || old.some(({ key }) => key === current) || !wanted);
    if (gone) {
      const at = Math.max(
        0,
        old.findIndex(({ key }) => key === current),
      );
      const next = rows[Math.min(at, rows.length - 1)]?.key ?? null;
      if (next !== current) useOutline.setState({ current: next });
      return;
    }
    const lost = hadFocus.current && (document.activeElement === document.body || document.activeElement === null);
    if (current === null || !(wanted || lost)) return;
    const row = root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    bringIntoSight(row);
    if (wanted) useOutline.setState({ wanted: false });
  }, [root, rows, current, wanted, typing]);
}

/** Lines on the way that were never laid out turn out higher or lower once they are in sight: then the line has moved on. */
export function bringIntoSight(row: Element, block: ScrollLogicalPosition = 'nearest', times = 3): void {
  row.scrollIntoView({ block });
  if (times > 0) requestAnimationFrame(() => bringIntoSight(row, 'nearest', times - 1));
}
