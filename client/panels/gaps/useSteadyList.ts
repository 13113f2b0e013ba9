import { type RefObject, useLayoutEffect, useRef } from 'react';

const MOTION = { duration: 160, easing: 'ease-out' } as const;
/** What moves further has not moved but been replaced, for the eye. */
const FAR = 1200;

/**
 * Keeps still what somebody points at or has the focus in while others' edits add and solve gaps around it, and shows
 * where the rest went.
 *
 * @param order says which items there are, in order; nothing is measured until it changes
 */
export function useSteadyList(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  order: string,
): void {
  const before = useRef(new Map<Element, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what it watches
  useLayoutEffect(() => {
    const [items, frame] = [[...(list.current?.querySelectorAll('[data-gap], [data-group]') ?? [])], scroller.current];
    if (!frame) return;
    const tops = () => new Map(items.map((item) => [item, item.getBoundingClientRect().top + frame.scrollTop]));
    let after = tops();
    const last = before.current;
    // The innermost: a gap stays where it is, not the group around it.
    const held = items.findLast((item) => last.has(item) && item.matches(':hover, :focus-within'));
    if (held) frame.scrollTop += (after.get(held) ?? 0) - (last.get(held) ?? 0);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The first list is not a change.
    if (last.size > 0 && !still && !held) {
      for (const item of items) {
        const from = last.get(item);
        // What is in a group moves with it.
        if (from === undefined || item.parentElement === list.current) show(item, from, after.get(item) ?? 0);
      }
    }
    after = tops();
    before.current = after;
  }, [order, list, scroller]);
}

function show(item: Element, from: number | undefined, to: number): void {
  if (from === undefined) item.animate([{ opacity: 0 }, { opacity: 1 }], MOTION);
  else if (from !== to && Math.abs(from - to) < FAR) {
    item.animate([{ transform: `translateY(${from - to}px)` }, { transform: 'none' }], MOTION);
  }
}
