import type { Direction, Point } from '../../shared/layout/mapLayout.ts';
import { ARROW_LENGTH, ARROW_WIDTH } from '../../shared/layout/sizes.ts';

/** The triangle of an arrow; its tip is where it points to. */
export function arrowPath({ x, y }: Point, direction: Direction): string {
  const half = ARROW_WIDTH / 2;
  const back = direction === 'right' || direction === 'down' ? -ARROW_LENGTH : ARROW_LENGTH;
  return direction === 'right' || direction === 'left'
    ? `M${x} ${y}l${back} ${-half}v${ARROW_WIDTH}z`
    : `M${x} ${y}l${-half} ${back}h${ARROW_WIDTH}z`;
}
