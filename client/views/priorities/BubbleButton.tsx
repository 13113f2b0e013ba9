import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import type { Bubble } from '../../../shared/insights/priorities.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { compactMoney } from '../../panels/format.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { placeOf, spotAt } from './bubblePlaces.ts';
import styles from './Priorities.module.css';

interface BubbleButtonProps {
  readonly bubble: Bubble;
  readonly number: number;
  readonly chart: RefObject<HTMLElement | null>;
  /** The id of the words that say how it is moved. */
  readonly hint: string;
  readonly mayEdit: boolean;
}

const [LEAST, MOST] = [28, 74];
const MOVES: Readonly<Record<string, readonly [effort: number, impact: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** Whoever presses a button rarely holds quite still. */
const STILL = 4;

export function BubbleButton({ bubble, number, chart, hint, mayEdit }: BubbleButtonProps) {
  const { initiative, effort, impact, size } = bubble;
  const run = useRun();
  const currency = useMap((map) => map.meta.currency);
  const start = useRef<{ readonly x: number; readonly y: number; readonly moved: boolean } | null>(null);
  const visits = useRef(0);
  const [held, setHeld] = useState<{ readonly left: number; readonly bottom: number } | null>(null);
  const place = held ?? placeOf(bubble);
  const value =
    initiative.expectedValue === null ? '' : `, expected ${compactMoney(initiative.expectedValue, currency)}`;
  const diameter = LEAST + Math.sqrt(size) * (MOST - LEAST);
  const open = () => openDetails({ kind: 'initiative', id: initiative.id });

  const move = (next: { effort: number; impact: number }, together?: string) => {
    if (next.effort === effort && next.impact === impact) return;
    run(changeItems, changeOf('initiative', initiative.id, next), together);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = MOVES[event.key];
    if (!step || !mayEdit || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const within = (level: number) => Math.min(5, Math.max(1, level));
    // The presses between coming here and leaving are one move, and are undone as one.
    const together = `bubble:${initiative.id}/${visits.current}`;
    move({ effort: within(effort + step[0]), impact: within(impact + step[1]) }, together);
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (!mayEdit || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = start.current;
    const box = chart.current?.getBoundingClientRect();
    if (!from || !box) return;
    if (!from.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < STILL) return;
    start.current = { ...from, moved: true };
    const percent = (part: number, whole: number) => Math.min(100, Math.max(0, (part / whole) * 100));
    setHeld({
      left: percent(event.clientX - box.left, box.width),
      bottom: percent(box.bottom - event.clientY, box.height),
    });
  };
  const drop = () => {
    // Committed where the gesture ends; what was under way nobody else has seen.
    if (start.current?.moved && held) move(spotAt(held));
    setHeld(null);
  };
  return (
    <button
      type="button"
      className={styles.bubble}
      style={{ left: `${place.left}%`, bottom: `${place.bottom}%`, width: diameter, height: diameter }}
      data-dragging={held !== null || undefined}
      data-fixed={!mayEdit || undefined}
      data-done={initiative.status === 'done' || undefined}
      title={initiative.title}
      aria-label={`${number} ${initiative.title || 'Untitled'}, effort ${effort}, impact ${impact}${value}`}
      aria-describedby={mayEdit ? hint : undefined}
      onKeyDown={onKeyDown}
      onBlur={() => {
        visits.current++;
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={drop}
      onPointerCancel={() => {
        start.current = null;
        setHeld(null);
      }}
      onClick={() => {
        const dragged = start.current?.moved === true;
        start.current = null;
        if (!dragged) open();
      }}
    >
      {number} <span className={styles.label}>{initiative.title || 'Untitled'}</span>
    </button>
  );
}
