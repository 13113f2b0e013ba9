import { cellAt } from '../../shared/layout/hit.ts';
import type { Canvas } from './canvasContext.ts';
import { useGesture } from './gestureStore.ts';
import { cardAt, elementOf } from './underPointer.ts';
import { useView } from './viewStore.ts';

/** Others see where one points, and the cell under the pointer offers its "+". */
export function hover(canvas: Canvas, event: PointerEvent): void {
  const point = canvas.toContent(event.clientX, event.clientY);
  canvas.session.presence.update({ cursor: { x: Math.round(point.x), y: Math.round(point.y) } });
  if (event.pointerType === 'touch' || event.buttons !== 0) return;
  const { linkFrom } = useView.getState();
  if (linkFrom) {
    const target = cardAt(canvas.layout(), point);
    useGesture.setState({
      link: { from: linkFrom, to: point, target: target === linkFrom ? null : target },
      hover: null,
    });
    return;
  }
  const inside = elementOf(event)?.closest('.react-flow');
  const cell = inside ? cellAt(canvas.layout(), point.x, point.y) : null;
  const { hover: before } = useGesture.getState();
  if (before?.step !== cell?.step || before?.lane !== cell?.lane) {
    useGesture.setState({ hover: cell && { step: cell.step, lane: cell.lane } });
  }
}
