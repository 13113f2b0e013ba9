import { useId, useRef } from 'react';
import type { Bubble } from '../../../shared/insights/priorities.ts';
import { BubbleButton } from './BubbleButton.tsx';
import styles from './Priorities.module.css';

const CORNERS = [
  ['top left', 'Do first'],
  ['top right', 'Plan well'],
  ['bottom left', 'When there is time'],
  ['bottom right', 'Rather not'],
] as const;

interface BubbleChartProps {
  readonly bubbles: readonly Bubble[];
  readonly mayEdit: boolean;
}

/** Effort to the right, impact up; the larger a bubble, the more is expected of it. Dragged, or moved with the arrow keys. */
export function BubbleChart({ bubbles, mayEdit }: BubbleChartProps) {
  const chart = useRef<HTMLDivElement>(null);
  const hint = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form
    <div ref={chart} className={styles.chart} role="group" aria-label="Initiatives by impact and effort">
      {CORNERS.map(([at, words]) => (
        <span key={at} className={styles.corner} data-at={at}>
          {words}
        </span>
      ))}
      {bubbles.map((bubble, index) => (
        <BubbleButton
          key={bubble.initiative.id}
          bubble={bubble}
          number={index + 1}
          chart={chart}
          hint={hint}
          mayEdit={mayEdit}
        />
      ))}
      <div className={styles.axisX} aria-hidden>
        <span>little effort</span>
        <span>much effort</span>
      </div>
      <div className={styles.axisY} aria-hidden>
        <span>great impact</span>
        <span>small impact</span>
      </div>
      <span id={hint} hidden>
        Left and right change the effort, up and down the impact. Enter opens the details.
      </span>
    </div>
  );
}
