import { X } from 'lucide-react';
import { type PointerEvent, useState } from 'react';
import { moveStep } from '../../shared/commands/moveStep.ts';
import { KIND_NAMES } from '../../shared/commands/refuse.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { cellAt } from '../../shared/layout/hit.ts';
import { titleOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Place } from '../../shared/model/records.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { cellToFill } from './addItems.ts';
import styles from './Controls.module.css';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { focusSpot } from './focusSpot.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { moveInto } from './moveCards.ts';
import { useView } from './viewStore.ts';

interface Waiting {
  readonly kind: 'step' | 'touchpoint' | 'note';
  readonly id: string;
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
                    onClick={() => canvas.session.run(removeItems, { items: [item] })}
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

/** Into the cell one is in, or the first there is; a step goes to the stage one is in. */
function putBack(canvas: Canvas, item: Waiting): void {
  if (item.kind === 'step') {
    const [selected] = useView.getState().selected;
    const stages = canvas.map().stages;
    const stage = (selected && stages.get(selected.id)) ?? stages.list[0];
    if (stage) canvas.session.run(moveStep, { id: idOf(item.id), stage: stage.id, before: null });
  } else {
    const place = placeToReturn(canvas, item);
    if (place) moveInto(canvas, [{ kind: item.kind, id: item.id }], place, null);
  }
  focusSpot(canvas, { kind: item.kind, id: item.id });
}

/** What of its old place is still there stays: after a step is gone, its touchpoints keep their departments. */
function placeToReturn(canvas: Canvas, item: Waiting): Place | null {
  const map = canvas.map();
  const before = (map.touchpoints.get(item.id) ?? map.notes.get(item.id))?.place;
  const place = cellToFill(canvas);
  if (!place) return null;
  const step = before && outlineOf(map).stepIndex(before.step) >= 0 ? before.step : place.step;
  const lane = before && map.lanes.has(before.lane) ? before.lane : place.lane;
  return { step, lane };
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
