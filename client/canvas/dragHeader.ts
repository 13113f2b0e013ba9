import { moveLane } from '../../shared/commands/moveLane.ts';
import { moveStage } from '../../shared/commands/moveStage.ts';
import { moveStep } from '../../shared/commands/moveStep.ts';
import type { MapLayout, Point } from '../../shared/layout/mapLayout.ts';
import { idOf, type LaneId, type StageId, type StepId } from '../../shared/model/ids.ts';
import type { Canvas } from './canvasContext.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { itemKey } from './items.ts';
import type { HeaderItem } from './moveHeader.ts';

type Target =
  | { readonly kind: 'stage'; readonly before: StageId | null; readonly at: number }
  | { readonly kind: 'step'; readonly stage: StageId; readonly before: StepId | null; readonly at: number }
  | { readonly kind: 'lane'; readonly before: LaneId | null; readonly at: number };

/** Drags the header of a stage, step or lane to another place in the order; a line shows where. */
export function dragHeader(canvas: Canvas, start: PointerEvent, item: HeaderItem, now = false): void {
  const element = canvas.root()?.querySelector<HTMLElement>(`[data-spot="${itemKey(item)}"]`);
  const targetAt = (clientX: number, clientY: number) =>
    targetOf(canvas.layout(), item, canvas.toContent(clientX, clientY));
  const from = canvas.toContent(start.clientX, start.clientY);
  const corner = cornerOf(canvas.layout(), item);
  followPointer(
    canvas,
    start,
    {
      move({ clientX, clientY }) {
        if (element) element.dataset.dragging = '';
        const target = targetAt(clientX, clientY);
        const to = canvas.toContent(clientX, clientY);
        canvas.session.presence.update({
          drag: [{ id: item.id, x: Math.round(corner.x + to.x - from.x), y: Math.round(corner.y + to.y - from.y) }],
        });
        useGesture.setState({ insertion: target && { axis: item.kind === 'lane' ? 'y' : 'x', at: target.at } });
      },
      end({ moved, cancelled }, { clientX, clientY }) {
        delete element?.dataset.dragging;
        canvas.session.presence.update({ drag: [] });
        endGesture();
        const target = moved && !cancelled ? targetAt(clientX, clientY) : null;
        if (target) commit(canvas, item.id, target);
      },
    },
    { autoPan: item.kind === 'lane' ? 'y' : 'x', threshold: now ? 0 : 6 },
  );
}

/** Where a header begins along its axis; across it, it is pinned. */
function cornerOf({ stages, columns, lanes }: MapLayout, { kind, id }: HeaderItem): Point {
  if (kind === 'lane') return { x: 0, y: lanes.find((box) => box.id === id)?.y ?? 0 };
  const box = kind === 'stage' ? stages.find((stage) => stage.id === id) : columns.find(({ step }) => step === id);
  return { x: box?.x ?? 0, y: 0 };
}

function commit({ session }: Canvas, id: string, target: Target): void {
  switch (target.kind) {
    case 'stage':
      if (target.before !== id) session.run(moveStage, { id: idOf(id), before: target.before });
      break;
    case 'step':
      if (target.before !== id) session.run(moveStep, { id: idOf(id), stage: target.stage, before: target.before });
      break;
    case 'lane':
      if (target.before !== id) session.run(moveLane, { id: idOf(id), before: target.before });
      break;
    default:
      target satisfies never;
  }
}

function targetOf(layout: MapLayout, item: HeaderItem, { x, y }: Point): Target | null {
  switch (item.kind) {
    case 'stage': {
      const index = gapAt(layout.stages, x, (stage) => [stage.x, stage.width]);
      const next = layout.stages[index];
      return { kind: 'stage', before: next?.id ?? null, at: next?.x ?? layout.width };
    }
    case 'lane': {
      const index = gapAt(layout.lanes, y, (lane) => [lane.y, lane.height]);
      const next = layout.lanes[index];
      return { kind: 'lane', before: next?.id ?? null, at: next?.y ?? layout.height };
    }
    case 'step':
      return stepTarget(layout, x);
    default:
      return item.kind satisfies never;
  }
}

/** Between two stages it matters over whose column the pointer is: that stage gets the step. */
function stepTarget(layout: MapLayout, x: number): Target | null {
  const index = layout.columns.findIndex((box) => x < box.x + box.width);
  const column = layout.columns[index] ?? layout.columns.at(-1);
  if (!column) return null;
  const isLeft = index >= 0 && x < column.x + column.width / 2;
  if (isLeft) return { kind: 'step', stage: column.stage, before: column.step, at: column.x };
  const next = layout.columns[layout.columns.indexOf(column) + 1];
  const before = next?.stage === column.stage ? next.step : null;
  return { kind: 'step', stage: column.stage, before, at: column.x + column.width };
}

/** Before which box a point lies: boxes are passed at their middle. */
function gapAt<T>(boxes: readonly T[], at: number, span: (box: T) => readonly [number, number]): number {
  const index = boxes.findIndex((box) => {
    const [start, size] = span(box);
    return at < start + size / 2;
  });
  return index < 0 ? boxes.length : index;
}
