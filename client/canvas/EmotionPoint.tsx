import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { rateEmotion } from '../../shared/commands/rateEmotion.ts';
import { emotionY } from '../../shared/layout/emotionRow.ts';
import { emotionAt } from '../../shared/layout/hit.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { idOf, type StepId } from '../../shared/model/ids.ts';
import { signed } from '../../shared/model/inWords.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { useCanvas } from './canvasContext.ts';
import styles from './Emotion.module.css';
import { type EmotionDraft, feelingText, stopClass } from './emotionScale.ts';
import { followPointer } from './followPointer.ts';
import { useView } from './viewStore.ts';

interface EmotionPointProps {
  readonly step: StepId;
  readonly persona: string;
  /** Of the persona; empty for everyone. */
  readonly name: string;
  readonly x: number;
  /** Null where nobody rated: the point offers to. */
  readonly value: number | null;
  readonly main: boolean;
  /** Where somebody drags it to, oneself or another. */
  readonly draft: EmotionDraft | null;
  readonly onDraft: (draft: EmotionDraft | null) => void;
}

/** How one step feels: dragged up and down, or set with arrows and digits. */
export const EmotionPoint = memo(function EmotionPoint(props: EmotionPointProps) {
  const { step, persona, name, x, value, main, draft, onDraft } = props;
  const canvas = useCanvas();
  const title = useMap((map) => map.steps.get(step)?.title ?? '');
  const mayEdit = useMayEdit();
  const shown = draft ? emotionAt(canvas.layout(), draft.y) : value;
  const y = draft?.y ?? emotionY(value ?? 0);

  const rate = (next: number | null) =>
    canvas.session.run(
      rateEmotion,
      { step, persona: persona === EVERYONE ? EVERYONE : idOf<'persona'>(persona), value: next },
      `rate:${step}:${persona}`,
    );
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    useView.getState().select([{ kind: 'step', id: step }]);
    const yAt = (clientY: number) =>
      Math.max(emotionY(2), Math.min(emotionY(-2), canvas.toContent(event.clientX, clientY).y));
    followPointer(
      canvas,
      event.nativeEvent,
      {
        move: ({ clientY }) => onDraft({ persona, step, y: yAt(clientY) }),
        end({ moved, cancelled }, { clientY }) {
          onDraft(null);
          const next = emotionAt(canvas.layout(), yAt(clientY));
          if (!cancelled && (moved ? next !== value : value === null)) rate(moved ? next : 0);
        },
      },
      { threshold: 3 },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = ratingOf(event, value);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== value) rate(next);
  };

  if (!mayEdit) return value === null ? null : <EmotionMark {...props} value={value} title={title} />;
  return (
    <div
      role="slider"
      data-point=""
      data-spot={main ? `emotion/${step}` : undefined}
      className={`${styles.point} ${shown === null ? '' : styles[stopClass(shown)]} nopan nodrag`}
      data-main={main || undefined}
      data-unrated={value === null || undefined}
      data-dragged={draft ? '' : undefined}
      style={{ left: x, top: y, ...(draft?.color && { outline: `2px solid ${draft.color}` }) }}
      tabIndex={-1}
      aria-label={labelOf(name, title)}
      aria-orientation="vertical"
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={shown ?? 0}
      aria-valuetext={shown === null ? 'not rated' : feelingText(shown)}
      title={shown === null ? 'Set how it feels' : `${name ? `${name}: ` : ''}${feelingText(shown)}`}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    >
      <span className={styles.dot} />
      {shown !== null && (
        <span className={styles.value} data-above={shown < 0 || undefined}>
          {signed(shown)}
        </span>
      )}
    </div>
  );
});

interface EmotionMarkProps extends Pick<EmotionPointProps, 'name' | 'x' | 'main'> {
  readonly value: number;
  readonly title: string;
}

/** The same point for whoever only looks. */
const EmotionMark = ({ name, x, main, value, title }: EmotionMarkProps) => (
  <div
    role="img"
    className={`${styles.point} ${styles.still} ${styles[stopClass(value)]}`}
    data-main={main || undefined}
    style={{ left: x, top: emotionY(value) }}
    aria-label={`${labelOf(name, title)}, ${feelingText(value)}`}
  >
    <span className={styles.dot} />
    <span className={styles.value} data-above={value < 0 || undefined}>
      {signed(value)}
    </span>
  </div>
);

const labelOf = (name: string, title: string) => `Emotion${name ? ` of ${name}` : ''}: ${title || 'untitled step'}`;

/** What a key makes of a rating; undefined when the key is for somebody else. */
function ratingOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, value: number | null): number | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'ArrowUp') return Math.min(2, (value ?? -1) + 1);
  if (key === 'ArrowDown') return Math.max(-2, (value ?? 1) - 1);
  if (key === 'Delete' || key === 'Backspace') return null;
  // One hand on the digits: 1 is very bad, 5 is very good.
  return /^[1-5]$/.test(key) ? Number(key) - 3 : undefined;
}
