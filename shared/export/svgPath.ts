import type { PathSegment } from './scene.ts';

/** How many numbers each command takes. */
const counts = { M: 2, L: 2, Q: 4, C: 6, Z: 0 } as const;

/**
 * Reads the SVG paths the layout writes: absolute moves, lines, quadratic and cubic curves. Throws for anything else,
 * so that a new kind of path cannot vanish from exports unseen.
 */
export function readSvgPath(path: string): PathSegment[] {
  const segments: PathSegment[] = [];
  let [x, y] = [0, 0];
  for (const [part, command = '', list = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (list.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (!isCommand(command) || numbers.length !== counts[command]) throw new Error(`Not a path to draw: ${part}`);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (command) {
      case 'M':
      case 'L':
        segments.push([command, a, b]);
        break;
      case 'Q':
        // A quadratic curve is the cubic one whose control points lie two thirds of the way to its single one.
        segments.push([
          'C',
          x + (2 / 3) * (a - x),
          y + (2 / 3) * (b - y),
          c + (2 / 3) * (a - c),
          d + (2 / 3) * (b - d),
          c,
          d,
        ]);
        break;
      case 'C':
        segments.push(['C', a, b, c, d, e, f]);
        break;
      case 'Z':
        segments.push(['Z']);
        break;
      default:
        command satisfies never;
    }
    [x, y] = numbers.length >= 2 ? (numbers.slice(-2) as [number, number]) : [x, y];
  }
  return segments;
}

const isCommand = (command: string): command is keyof typeof counts => command in counts;
