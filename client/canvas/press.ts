import { idOf } from '../../shared/model/ids.ts';
import type { Canvas } from './canvasContext.ts';
import { clickPane, linkStep } from './clicks.ts';
import { dragCards } from './dragCards.ts';
import { dragHeader } from './dragHeader.ts';
import { drawHandoff } from './drawHandoff.ts';
import { lasso } from './lasso.ts';
import type { Movable } from './moveCards.ts';
import { resizeHeader } from './resizeHeader.ts';
import { elementOf, isResizeEdge, spotOf } from './underPointer.ts';
import { useView } from './viewStore.ts';

/** What begins when a mouse button or a pen goes down. */
export function press(canvas: Canvas, event: PointerEvent): void {
  const spot = spotOf(canvas, event);
  const view = useView.getState();
  const several = event.shiftKey || event.ctrlKey || event.metaKey;
  switch (spot?.kind) {
    case 'touchpoint':
    case 'note':
      if (!canvas.mayEdit()) view.select([{ kind: spot.kind, id: spot.id }], several ? 'toggle' : 'only');
      else if (spot.kind === 'touchpoint' && elementOf(event)?.closest('[data-port]')) {
        event.preventDefault();
        drawHandoff(canvas, event, idOf(spot.id));
      } else if (spot.kind === 'touchpoint' && view.tool === 'handoff') linkStep(canvas, spot.id);
      else pressCard(canvas, event, { kind: spot.kind, id: spot.id }, several);
      break;
    case 'stage':
    case 'step':
    case 'lane':
      if (spot.kind !== 'stage' && isResizeEdge(event)) {
        resizeHeader(canvas, event, { kind: spot.kind, id: spot.id });
        break;
      }
      view.select([spot], several ? 'toggle' : 'only');
      if (canvas.mayEdit()) dragHeader(canvas, event, { kind: spot.kind, id: spot.id });
      break;
    case 'handoff':
      view.select([{ kind: 'handoff', id: spot.id }], several ? 'toggle' : 'only');
      break;
    default:
      if (elementOf(event)?.closest('.react-flow')) {
        const onPlus = elementOf(event)?.closest('[data-plus]') != null;
        lasso(canvas, event, () => !onPlus && clickPane(canvas, event));
      }
  }
}

function pressCard(canvas: Canvas, event: PointerEvent, item: Movable, several: boolean): void {
  const { select, selected } = useView.getState();
  const isSelected = selected.some(({ kind, id }) => kind === item.kind && id === item.id);
  if (several) select([item], 'toggle');
  else if (!isSelected) select([item]);
  dragCards(canvas, event, item, () => {
    // Pressing one of several selected may begin a drag of all; a click means this one.
    if (!several && isSelected) select([item]);
  });
}
