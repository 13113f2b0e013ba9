import { type RefObject, useLayoutEffect, useRef } from 'react';

const MOTION = { duration: 160, easing: 'ease-out' } as const;
/** What moves further has not moved but been replaced, for the eye. */
const FAR = 1200;
/** More that go at once were not solved one by one: the list was narrowed down. */
const MOST_LEAVING = 3;

interface Seen {
  readonly top: number;
  /** Whether it stood in the list itself; what is in a group comes and goes with the group. */
  readonly direct: boolean;
}

/**
 * Keeps still what somebody points at or has the focus in while others' edits add and solve gaps around it, and shows
 * where the rest went: new ones appear, solved ones fade where they stood, others move up.
 *
 * @param order says which items there are, in order; nothing is measured until it changes
 */
export function useSteadyList(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  order: string,
): void {
  const before = useRef(new Map<Element, Seen>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what it watches
  useLayoutEffect(() => {
    const [items, frame] = [[...(list.current?.querySelectorAll('[data-gap], [data-group]') ?? [])], scroller.current];
    if (!frame) return;
    const frameTop = frame.getBoundingClientRect().top;
    const see = () =>
      new Map(
        items.map((item): [Element, Seen] => [
          item,
          {
            top: item.getBoundingClientRect().top - frameTop + frame.scrollTop,
            direct: item.parentElement === list.current,
          },
        ]),
      );
    let after = see();
    const last = before.current;
    // The innermost: a gap stays where it is, not the group around it.
    const held = items.findLast((item) => last.has(item) && item.matches(':hover, :focus-within'));
    if (held) frame.scrollTop += (after.get(held)?.top ?? 0) - (last.get(held)?.top ?? 0);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The first list is not a change.
    if (last.size > 0 && !still) {
      const gone = [...last].filter(([item, { direct }]) => direct && !item.isConnected);
      if (gone.length <= MOST_LEAVING) for (const [item, { top }] of gone) fade(item, top, frame);
      if (!held) {
        for (const item of items) {
          const from = last.get(item)?.top;
          // What is in a group moves with it.
          if (from === undefined || item.parentElement === list.current) show(item, from, after.get(item)?.top ?? 0);
        }
      }
    }
    after = see();
    before.current = after;
  }, [order, list, scroller]);
}

function show(item: Element, from: number | undefined, to: number): void {
  if (from === undefined) item.animate([{ opacity: 0 }, { opacity: 1 }], MOTION);
  else if (from !== to && Math.abs(from - to) < FAR) {
    item.animate([{ transform: `translateY(${from - to}px)` }, { transform: 'none' }], MOTION);
  }
}

/** A picture of the row, for eyes alone: the row itself is gone, and whoever listens or counts must not find it. */
function fade(item: Element, top: number, frame: HTMLElement): void {
  const picture = document.createElement('div');
  picture.setAttribute('aria-hidden', 'true');
  picture.inert = true;
  picture.className = item.className;
  picture.dataset.severity = item.getAttribute('data-severity') ?? '';
  for (const child of item.children) picture.append(child.cloneNode(true));
  for (const named of picture.querySelectorAll('[id], [data-gap], [data-group]')) {
    named.removeAttribute('id');
    named.removeAttribute('data-gap');
    named.removeAttribute('data-group');
  }
  Object.assign(picture.style, { position: 'absolute', top: `${top}px`, left: '0', right: '0', pointerEvents: 'none' });
  frame.append(picture);
  const remove = () => picture.remove();
  picture.animate([{ opacity: 1 }, { opacity: 0 }], MOTION).finished.then(remove, remove);
}
