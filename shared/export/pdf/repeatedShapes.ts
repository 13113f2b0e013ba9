import type { PathSegment } from '../scene.ts';
import type { ToPage } from './contentStream.ts';
import { num } from './values.ts';

/** A path where it is drawn, and the same path as if it started at the origin. */
export interface ShapeUse {
  inline(): string;
  readonly atOrigin: string;
  readonly x: number;
  readonly y: number;
}

/** Fewer segments than a rounded corner and a line make: lines and arrow heads are drawn where they stand. */
const fewSegments = 5;

/** A path on the page, painted by an operator such as `f`. */
export function shapeAt(segments: readonly PathSegment[], place: ToPage, operator: string): string | ShapeUse {
  const placed = segments.map((segment) => placedSegment(segment, place));
  const pathFrom = (left: number, bottom: number) => {
    const parts = placed.flatMap(({ numbers, command }) => [
      ...numbers.map((value, i) => num(value - (i % 2 === 0 ? left : bottom))),
      command,
    ]);
    return `${parts.join(' ')} ${operator}`;
  };
  if (segments.length < fewSegments) return pathFrom(0, 0);
  const [x = 0, y = 0] = placed[0]?.numbers ?? [];
  return { inline: () => pathFrom(0, 0), atOrigin: pathFrom(x, y), x, y };
}

const commands = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

function placedSegment([kind, ...values]: PathSegment, place: ToPage): { numbers: number[]; command: string } {
  const numbers: number[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) numbers.push(...place(values[i] ?? 0, values[i + 1] ?? 0));
  return { numbers, command: commands[kind] };
}

/**
 * Writes the operators of a page. A shape that is drawn again and again, a disc or a card, is written the same each time
 * and only moved: packed, its second copy takes a few bytes, which a form of its own, called by name, would not do.
 */
export function writeShapes(operators: readonly (string | ShapeUse)[]): string {
  const uses = new Map<string, number>();
  for (const use of operators) if (typeof use !== 'string') uses.set(use.atOrigin, (uses.get(use.atOrigin) ?? 0) + 1);
  const lines = operators.map((use) => {
    if (typeof use === 'string') return use;
    const { atOrigin, inline, x, y } = use;
    return (uses.get(atOrigin) ?? 0) < 2 ? inline() : `q 1 0 0 1 ${num(x)} ${num(y)} cm ${atOrigin} Q`;
  });
  return lines.join('\n');
}
