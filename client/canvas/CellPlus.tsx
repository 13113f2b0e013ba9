import { Plus } from 'lucide-react';
import type { LaneBox, MapLayout } from '../../shared/layout/mapLayout.ts';
import { CELL_MARGIN_X, CELL_MARGIN_Y, cardWidthIn } from '../../shared/layout/sizes.ts';
import type { Place } from '../../shared/model/records.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { addInCell } from './addItems.ts';
import { useCanvas } from './canvasContext.ts';
import { useGesture } from './gestureStore.ts';
import styles from './Layers.module.css';
import { useDistance } from './useViewport.ts';
import { useView } from './viewStore.ts';

/** The "+" of the cell under the pointer and of the one the keyboard is in: two buttons, however large the map. */
export function CellPluses() {
  const hover = useGesture((gesture) => gesture.hover);
  const cell = useView((view) => view.cell);
  const editing = useView((view) => view.editing !== null);
  const busy = useView((view) => view.selected.length > 0);
  const distance = useDistance();
  const mayEdit = useMayEdit();
  const sameCell = hover?.step === cell?.step && hover?.lane === cell?.lane;
  if (!mayEdit || editing || distance === 'farthest') return null;
  return (
    <div className={styles.above}>
      {cell && !busy && <CellPlus place={cell} entered />}
      {hover && !sameCell && distance === 'near' && <CellPlus place={hover as Place} />}
    </div>
  );
}

function CellPlus({ place, entered = false }: { readonly place: Place; readonly entered?: boolean }) {
  const canvas = useCanvas();
  const layout = useLayout();
  const lane = useMap((map) => map.lanes.get(place.lane));
  const step = useMap((map) => map.steps.get(place.step));
  const box = boxOf(layout, place);
  if (!box || !lane || !step) return null;
  const what = lane.kind === 'notes' ? 'note' : 'touchpoint';
  const where = `${lane.title || 'untitled lane'}, ${step.title || 'untitled step'}`;
  return (
    <button
      type="button"
      className={styles.plus}
      data-plus=""
      data-small={box.height < 30 || undefined}
      data-spot={entered ? `cell/${place.step}/${place.lane}` : undefined}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-label={`Add ${what}: ${where}`}
      title={`Add ${what}`}
      tabIndex={-1}
      onClick={() => addInCell(canvas, place)}
    >
      <Plus size={box.height < 30 ? 12 : 16} aria-hidden />
    </button>
  );
}

/** A whole card in an empty cell; under the last card of one that is not. */
function boxOf(layout: MapLayout, { step, lane }: Place) {
  const column = layout.columns.find((other) => other.step === step);
  const row = layout.lanes.find((other) => other.id === lane);
  if (!column || !row) return null;
  const bottom = bottomOf(layout, step, row);
  const x = column.x + CELL_MARGIN_X;
  const width = cardWidthIn(column.width);
  if (bottom === null) return { x, y: row.y + CELL_MARGIN_Y, width, height: 62 };
  return { x, y: bottom + 4, width, height: Math.max(14, Math.min(22, row.y + row.height - bottom - 8)) };
}

function bottomOf(layout: MapLayout, step: string, row: LaneBox): number | null {
  const boxes = [...layout.cards, ...layout.notes].filter((box) => box.step === step && box.lane === row.id);
  return boxes.length > 0 ? Math.max(...boxes.map((box) => box.y + box.height)) : null;
}
