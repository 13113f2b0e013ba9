import { moveLane } from '../../shared/commands/moveLane.ts';
import { moveStage } from '../../shared/commands/moveStage.ts';
import { moveStep } from '../../shared/commands/moveStep.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { MapSession } from '../session/session.ts';
import type { Canvas } from './canvasContext.ts';
import { reveal } from './focusSpot.ts';

export interface HeaderItem {
  readonly kind: 'stage' | 'step' | 'lane';
  readonly id: string;
}

/** Moves a stage, step or lane by one place and keeps it in sight. */
export function moveHeader(canvas: Canvas, item: HeaderItem, by: -1 | 1): void {
  moveByOne(canvas.session, item, by);
  reveal(canvas, item);
}

/** Moves a stage, step or lane by one place. A step at the edge of its stage goes over into the next. */
export function moveByOne(session: MapSession, item: HeaderItem, by: -1 | 1): void {
  const { map } = session.store.getState();
  switch (item.kind) {
    case 'stage': {
      const target = beforeOf(map.stages.list, item.id, by);
      if (target) session.run(moveStage, { id: idOf(item.id), before: target.before });
      break;
    }
    case 'lane': {
      const target = beforeOf(map.lanes.list, item.id, by);
      if (target) session.run(moveLane, { id: idOf(item.id), before: target.before });
      break;
    }
    case 'step':
      moveStepBy(session, item.id, by);
      break;
    default:
      item.kind satisfies never;
  }
}

/** What an item comes to stand before when it moves by one; null at the edge. */
function beforeOf<Id extends string>(
  list: readonly { readonly id: Id }[],
  id: string,
  by: -1 | 1,
): { readonly before: Id | null } | null {
  const index = list.findIndex((item) => item.id === id);
  const to = index + by;
  if (index < 0 || to < 0 || to >= list.length) return null;
  return { before: list[by < 0 ? to : to + 1]?.id ?? null };
}

function moveStepBy(session: MapSession, id: string, by: -1 | 1): void {
  const { stages } = outlineOf(session.store.getState().map);
  const at = stages.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const own = stages[at];
  if (!own) return;
  const within = beforeOf(own.steps, id, by);
  const next = stages[at + by];
  const step = idOf<'step'>(id);
  if (within) session.run(moveStep, { id: step, stage: own.stage.id, before: within.before });
  else if (next) {
    const before = by > 0 ? (next.steps[0]?.id ?? null) : null;
    session.run(moveStep, { id: step, stage: next.stage.id, before });
  }
}
