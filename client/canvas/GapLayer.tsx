import { useLayout } from '../session/mapViews.ts';
import { GapMark } from './GapMark.tsx';
import type { Mark } from './gapMarks.ts';
import styles from './Layers.module.css';
import { useMarks } from './useMarks.ts';
import { useDistance, useTiles } from './useViewport.ts';

interface Placed {
  readonly place: string;
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** The marks of gaps on cards, notes, hand-offs and the curve; those in headers stand there. */
export function GapLayer() {
  const layout = useLayout();
  const marks = useMarks().at;
  const tiles = useTiles();
  const distance = useDistance();
  if (distance === 'farthest') return null;
  const placed: Placed[] = [];
  const add = (place: string, x: number, y: number) => {
    const mark = marks.get(place);
    const inSight = x >= tiles.left && x <= tiles.right && y >= tiles.top && y <= tiles.bottom;
    if (mark && inSight) placed.push({ place, mark, x, y });
  };
  for (const { id, x, y, width } of layout.cards) add(`touchpoint/${id}`, x + width - 6, y - 2);
  for (const { id, x, y, width } of layout.notes) add(`note/${id}`, x + width - 6, y - 2);
  for (const { id, label } of layout.handoffs) add(`handoff/${id}`, label.x, label.y);
  const points = layout.emotion.curves[0]?.points ?? [];
  for (const { step, x, width } of layout.columns) {
    const point = points.find((other) => other.step === step);
    if (step) add(`emotion/${step}`, x + width / 2 + 17, (point?.y ?? layout.emotion.zeroY) - 13);
  }
  return (
    <div className={styles.marks}>
      {placed.map(({ place, mark, x, y }) => (
        <GapMark key={place} mark={mark} placed style={{ left: x, top: y }} />
      ))}
    </div>
  );
}
