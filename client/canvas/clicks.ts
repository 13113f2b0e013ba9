import { rateEmotion } from '../../shared/commands/rateEmotion.ts';
import { cellAt, emotionAt, stepAt } from '../../shared/layout/hit.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { idOf } from '../../shared/model/ids.ts';
import { addInCell } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { link } from './drawHandoff.ts';
import { resetSize } from './resizeHeader.ts';
import type { Spot } from './spots.ts';
import { isResizeEdge } from './underPointer.ts';
import { useView } from './viewStore.ts';

/** The hand-off tool: one touchpoint, then the other. */
export function linkStep(canvas: Canvas, id: string): void {
  const { linkFrom, startLink } = useView.getState();
  if (linkFrom && linkFrom !== id) link(canvas, linkFrom, idOf(id));
  else startLink(idOf(id));
}

/** A click beside everything: what it does, the tool says. */
export function clickPane(canvas: Canvas, { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): void {
  const view = useView.getState();
  const layout = canvas.layout();
  const { x, y } = canvas.toContent(clientX, clientY);
  const cell = cellAt(layout, x, y);
  const step = stepAt(layout, x);
  const onCurve = y >= layout.emotion.y && y < layout.emotion.y + layout.emotion.height;
  if (view.tool === 'touchpoint' && cell) addInCell(canvas, { step: cell.step, lane: cell.lane }, cell.before);
  else if (view.tool === 'emotion' && step && onCurve) {
    canvas.session.run(rateEmotion, { step, persona: EVERYONE, value: emotionAt(layout, y) });
  } else {
    view.select([]);
    view.enterCell(cell && { step: cell.step, lane: cell.lane });
    if (view.tool === 'handoff') view.setTool('select');
  }
}

/** A double click opens what is there, or adds a card where nothing is; who only looks reads its details. */
export function openOrAdd(canvas: Canvas, spot: Spot | null, at: MouseEvent): void {
  const view = useView.getState();
  if (!canvas.mayEdit()) {
    if (spot && spot.kind !== 'cell') view.showPanel('details');
  } else if (!spot) {
    const { x, y } = canvas.toContent(at.clientX, at.clientY);
    const cell = cellAt(canvas.layout(), x, y);
    if (cell) addInCell(canvas, { step: cell.step, lane: cell.lane }, cell.before);
  } else if ((spot.kind === 'step' || spot.kind === 'lane') && isResizeEdge(at)) {
    resetSize(canvas, spot);
  } else if (spot.kind === 'handoff') view.showPanel('details');
  else if (spot.kind !== 'cell' && spot.kind !== 'emotion') {
    view.edit({ kind: spot.kind, id: spot.id, field: spot.kind === 'note' ? 'text' : 'title' });
  }
}
