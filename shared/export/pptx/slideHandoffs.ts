import type { HandoffPath } from '../../layout/mapLayout.ts';
import { palette } from '../palette.ts';
import type { Rect } from '../scene.ts';
import { connectorXml } from './connectors.ts';
import { type Pen, place } from './slidePen.ts';

/** Connectors, glued to the shapes of their cards. */
export function drawHandoffs(pen: Pen, cards: ReadonlyMap<string, number>, broken: ReadonlySet<string>): void {
  const { slide, map, layout, scale } = pen;
  for (const path of layout.handoffs) {
    const [from, to] = [cards.get(path.from), cards.get(path.to)];
    const [a, b] = [layout.cardById.get(path.from), layout.cardById.get(path.to)];
    if (from === undefined || to === undefined || a === undefined || b === undefined) continue;
    const isBroken = broken.has(path.id);
    const isBack = b.y + b.height / 2 < a.y + a.height && path.arrow.direction === 'right';
    const leaves = leavesDown(path) ? (isBack ? 'left' : 'bottom') : 'right';
    const enters = path.arrow.direction === 'down' ? 'top' : 'left';
    const start = site(place(pen, a), leaves);
    const end = site(place(pen, b), enters);
    const stroke = isBroken
      ? { color: palette.danger, width: Math.max(0.75, 1.5 * scale), dash: [5, 3.5] }
      : { color: palette.faint, width: Math.max(0.5, 1.2 * scale) };
    const name = `${isBroken ? 'Broken hand-off' : 'Hand-off'} to ${map.touchpoints.get(path.to)?.title ?? ''}`;
    slide.raw((id) =>
      connectorXml(id, { ...start, shape: from, side: leaves }, { ...end, shape: to, side: enters }, stroke, name),
    );
  }
}

function leavesDown({ points: [first, second] }: HandoffPath): boolean {
  return first !== undefined && second !== undefined && first.x === second.x && second.y > first.y;
}

/** Where a connector is glued: in the middle of a side. */
function site({ x, y, width, height }: Rect, side: 'top' | 'left' | 'bottom' | 'right') {
  if (side === 'left') return { x, y: y + height / 2 };
  if (side === 'right') return { x: x + width, y: y + height / 2 };
  return { x: x + width / 2, y: side === 'top' ? y : y + height };
}
