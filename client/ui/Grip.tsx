import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { classes } from './classes.ts';
import styles from './Grip.module.css';

interface GripProps {
  /** What is moved, by name. */
  readonly name: string;
  /** Its place in the list, from 0, and how long that is. */
  readonly index: number;
  readonly count: number;
  /** Told the place it is to have. */
  readonly onMove: (to: number) => void;
  readonly className?: string;
}

interface Drag {
  readonly rows: readonly HTMLElement[];
  readonly own: HTMLElement;
  readonly startY: number;
  /** Null until it went far enough to be a drag. */
  readonly to: number | null;
}

/** Whoever presses a button rarely holds quite still. */
const STILL = 4;

/**
 * The handle by which a line of a list gets another place: dragged with pointer or finger, a mark shows where it will
 * stand, or moved with the arrow keys, one undo step each. Lines carry `data-movable` and are children of one element.
 */
export function Grip(props: GripProps) {
  return props.count < 2 ? null : <Handle {...props} />;
}

function Handle({ name, index, count, onMove, className }: GripProps) {
  const button = useRef<HTMLButtonElement>(null);
  const drag = useRef<Drag | null>(null);
  const [held, setHeld] = useState(false);
  // Somebody else may delete the line on its way: its mark must not stay.
  useEffect(() => () => mark(drag.current?.rows ?? [], null), []);

  const move = (to: number) => {
    const wanted = Math.max(0, Math.min(count - 1, to));
    if (wanted === index) return;
    flushSync(() => onMove(wanted));
    // A line that is moved in the page loses the focus.
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Escape' && drag.current) {
      event.stopPropagation();
      end(false);
      return;
    }
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const own = event.currentTarget.closest<HTMLElement>('[data-movable]');
    if (event.button !== 0 || !own?.parentElement) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    const rows = [...own.parentElement.children].filter(
      (row): row is HTMLElement => row instanceof HTMLElement && row.dataset.movable !== undefined,
    );
    drag.current = { rows, own, startY: event.clientY, to: null };
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current;
    if (!now || (now.to === null && Math.abs(event.clientY - now.startY) < STILL)) return;
    const others = now.rows.filter((row) => row !== now.own);
    const to = others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    }).length;
    drag.current = { ...now, to };
    setHeld(true);
    mark(now.rows, null);
    const before = others[to];
    if (before) mark([before], 'before');
    else mark(others.slice(-1), 'after');
    (before ?? others.at(-1))?.scrollIntoView({ block: 'nearest' });
  };
  const end = (drops: boolean) => {
    const now = drag.current;
    drag.current = null;
    if (!now) return;
    mark(now.rows, null);
    setHeld(false);
    if (drops && now.to !== null) move(now.to);
  };
  return (
    <button
      ref={button}
      type="button"
      className={classes(styles.grip, className)}
      data-held={held || undefined}
      aria-label={`Move ${name}, ${index + 1} of ${count}`}
      title="Drag, or move with the arrow keys"
      aria-keyshortcuts="ArrowUp ArrowDown Home End"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}

/** Where the line will stand; outside of React, for the lines are not this component's. */
function mark(rows: readonly HTMLElement[], side: 'before' | 'after' | null): void {
  for (const row of rows) {
    if (side) row.dataset.drop = side;
    else delete row.dataset.drop;
  }
}

/** What an item comes to stand before when it gets a place among the others; null at the end. */
export function beforeAt<Id extends string>(list: readonly { readonly id: Id }[], id: Id, to: number): Id | null {
  return list.filter((other) => other.id !== id)[to]?.id ?? null;
}
