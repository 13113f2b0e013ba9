import { X } from 'lucide-react';
import { type PointerEvent, useState } from 'react';
import { moveStep } from '../../shared/commands/moveStep.ts';
import { KIND_NAMES } from '../../shared/commands/refuse.ts';
import { cellAt } from '../../shared/layout/hit.ts';
import { titleOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import styles from './Controls.module.css';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { moveInto } from './moveCards.ts';
import { putBack, type Unplaced } from './putBack.ts';
import { removeAndTell } from './removeSelected.ts';

interface Waiting extends Unplaced {
  readonly name: string;
}

/** What lost its stage, step or lane to somebody's deletion, until somebody puts it back or deletes it as well. */
export function Tray() {
  const canvas = useCanvas();
  const unplaced = useMap((map) => outlineOf(map).unplaced);
  const [open, setOpen] = useState(true);
  const mayEdit = useMayEdit();
  const waiting: Waiting[] = [
    ...unplaced.steps.map((step) => ({ kind: 'step', id: step.id, name: titleOf(step) }) as const),
    ...unplaced.touchpoints.map(
      (touchpoint) => ({ kind: 'touchpoint', id: touchpoint.id, name: titleOf(touchpoint) }) as const,
    ),
    ...unplaced.notes.map((note) => ({ kind: 'note', id: note.id, name: titleOf(note) }) as const),
  ];
  if (waiting.length === 0) return null;
  return (
    <section className={styles.tray} aria-label="Unplaced">
      <button type="button" className={styles.trayTitle} aria-expanded={open} onClick={() => setOpen(!open)}>
        Unplaced <span className={styles.trayCount}>{waiting.length}</span>
      </button>
      {open && (
        <ul className={styles.trayList}>
          {waiting.map((item) => (
            <li
              key={item.id}
              className={styles.trayItem}
              onPointerDown={(event) => mayEdit && dragBack(canvas, item, event)}
            >
              <span className={styles.trayName} title={item.name}>
                {item.name || 'Untitled'} <span className={styles.trayKind}>{KIND_NAMES[item.kind]}</span>
              </span>
              {mayEdit && (
                <>
                  <button type="button" className={styles.trayButton} onClick={() => putBack(canvas, item)}>
                    Put back
                  </button>
                  <button
                    type="button"
                    className={styles.trayDelete}
                    aria-label={`Delete ${item.name || KIND_NAMES[item.kind]}`}
                    title="Delete"
                    onClick={() => removeAndTell(canvas, [{ kind: item.kind, id: item.id }])}
                  >
                    <X size={14} aria-hidden />
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function dragBack(canvas: Canvas, item: Waiting, event: PointerEvent): void {
  if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
  followPointer(canvas, event.nativeEvent, {
    move({ clientX, clientY }) {
      const { x, y } = canvas.toContent(clientX, clientY);
      const layout = canvas.layout();
      const place = cellAt(layout, x, y);
      const column = layout.columns.find(({ step }) => step === place?.step);
      const lane = layout.lanes.find(({ id }) => id === place?.lane);
      const cell = column && lane && { x: column.x, y: lane.y, width: column.width, height: lane.height };
      useGesture.setState({ drop: cell ? { cell, line: { x: cell.x, y: cell.y, width: 0 } } : null });
    },
    end({ moved, cancelled }, { clientX, clientY }) {
      endGesture();
      if (!moved || cancelled) return;
      const { x, y } = canvas.toContent(clientX, clientY);
      const place = cellAt(canvas.layout(), x, y);
      if (!place) return;
      const stage = canvas.map().steps.get(place.step)?.stage;
      if (item.kind !== 'step') moveInto(canvas, [{ kind: item.kind, id: item.id }], place, place.before);
      else if (stage) canvas.session.run(moveStep, { id: idOf(item.id), stage, before: place.step });
    },
  });
}
