import { type RefObject, useEffect } from 'react';
import { rateEmotion } from '../../shared/commands/rateEmotion.ts';
import { cellAt, emotionAt, stepAt } from '../../shared/layout/hit.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { idOf } from '../../shared/model/ids.ts';
import { addInCell } from './addItems.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { dragCards } from './dragCards.ts';
import { dragHeader } from './dragHeader.ts';
import { cardAt, drawHandoff, isInside, link } from './drawHandoff.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { lasso } from './lasso.ts';
import type { Movable } from './moveCards.ts';
import { readSpot, type Spot } from './spots.ts';
import { touchGestures } from './touchGestures.ts';
import { FAR } from './useViewport.ts';
import { useView } from './viewStore.ts';

/** What has a behaviour of its own under the pointer; on the "+" of a cell a rectangle may begin as well. */
const OWN = 'button:not([data-plus]), a, input, textarea, select, [data-point], [role="toolbar"], [role="menu"]';

const elementOf = (event: Event): Element | null => (event.target instanceof Element ? event.target : null);

/** What is under the pointer; from far away cards are painted and found by where they are. */
function spotOf(canvas: Canvas, event: MouseEvent): Spot | null {
  const element = elementOf(event);
  const spot = readSpot(element?.closest<HTMLElement>('[data-spot]')?.dataset.spot);
  if (spot || canvas.viewport().zoom >= FAR || !element?.closest('.react-flow')) return spot;
  const point = canvas.toContent(event.clientX, event.clientY);
  const layout = canvas.layout();
  const card = cardAt(layout, point);
  const note = layout.notes.find((box) => isInside(box, point));
  return card ? { kind: 'touchpoint', id: card } : note ? { kind: 'note', id: note.id } : null;
}

/** Every gesture of mouse, pen and finger on the canvas starts here. */
export function usePointer(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let spaceHeld = false;
    const onKey = (event: KeyboardEvent) => {
      if (event.code === 'Space') spaceHeld = event.type === 'keydown';
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || spaceHeld || elementOf(event)?.closest(OWN)) return;
      if (event.pointerType === 'touch') touchGestures(canvas, event, spotOf(canvas, event));
      else press(canvas, event);
    };
    const onDoubleClick = (event: MouseEvent) => {
      if (!elementOf(event)?.closest(OWN)) openOrAdd(canvas, spotOf(canvas, event), event);
    };
    const onMove = (event: PointerEvent) => hover(canvas, event);
    const onLeave = () => {
      canvas.session.presence.update({ cursor: null });
      useGesture.setState({ hover: null });
    };
    const unwatch = useView.subscribe(({ linkFrom }, before) => {
      if (before.linkFrom && !linkFrom) endGesture();
    });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('dblclick', onDoubleClick);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    window.addEventListener('keydown', onKey);
    window.addEventListener('keyup', onKey);
    return () => {
      unwatch();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('dblclick', onDoubleClick);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keyup', onKey);
    };
  }, [canvas, root]);
}

function press(canvas: Canvas, event: PointerEvent): void {
  const spot = spotOf(canvas, event);
  const view = useView.getState();
  const several = event.shiftKey || event.ctrlKey || event.metaKey;
  switch (spot?.kind) {
    case 'touchpoint':
    case 'note':
      if (spot.kind === 'touchpoint' && elementOf(event)?.closest('[data-port]')) {
        event.preventDefault();
        drawHandoff(canvas, event, idOf(spot.id));
      } else if (spot.kind === 'touchpoint' && view.tool === 'handoff') linkStep(canvas, spot.id);
      else pressCard(canvas, event, { kind: spot.kind, id: spot.id }, several);
      break;
    case 'stage':
    case 'step':
    case 'lane':
      view.select([spot], several ? 'toggle' : 'only');
      dragHeader(canvas, event, { kind: spot.kind, id: spot.id });
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

/** The hand-off tool: one touchpoint, then the other. */
export function linkStep(canvas: Canvas, id: string): void {
  const { linkFrom, startLink } = useView.getState();
  if (linkFrom && linkFrom !== id) link(canvas, linkFrom, idOf(id));
  else startLink(idOf(id));
}

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

export function openOrAdd(canvas: Canvas, spot: Spot | null, at: Pick<MouseEvent, 'clientX' | 'clientY'>): void {
  const view = useView.getState();
  if (!spot) {
    const { x, y } = canvas.toContent(at.clientX, at.clientY);
    const cell = cellAt(canvas.layout(), x, y);
    if (cell) addInCell(canvas, { step: cell.step, lane: cell.lane }, cell.before);
  } else if (spot.kind === 'handoff') view.showPanel('details');
  else if (spot.kind !== 'cell' && spot.kind !== 'emotion') {
    view.edit({ kind: spot.kind, id: spot.id, field: spot.kind === 'note' ? 'text' : 'title' });
  }
}

/** Others see where one points, and the cell under the pointer offers its "+". */
function hover(canvas: Canvas, event: PointerEvent): void {
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
