import type { PathSegment } from '../scene.ts';
import type { ToPage } from './contentStream.ts';
import type { PdfFile } from './file.ts';
import { array, dict, latin1, name, num } from './values.ts';

/** A path where it is drawn, and the same path as if it started at the origin. */
export interface ShapeUse {
  inline(): string;
  readonly atOrigin: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** A shape that a page draws again and again: discs, cards. */
export interface RepeatedShape {
  readonly operators: string;
  readonly box: Box;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** A call costs some thirty bytes, and the shape itself an object. */
const worthwhileLength = 80;
const worthwhileUses = 4;

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
  const xs = placed.flatMap(({ numbers }) => numbers.filter((_, i) => i % 2 === 0));
  const ys = placed.flatMap(({ numbers }) => numbers.filter((_, i) => i % 2 === 1));
  const box: Box = [Math.min(...xs) - x, Math.min(...ys) - y, Math.max(...xs) - x, Math.max(...ys) - y];
  return { inline: () => pathFrom(0, 0), atOrigin: pathFrom(x, y), x, y, box };
}

const commands = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

function placedSegment([kind, ...values]: PathSegment, place: ToPage): { numbers: number[]; command: string } {
  const numbers: number[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) numbers.push(...place(values[i] ?? 0, values[i + 1] ?? 0));
  return { numbers, command: commands[kind] };
}

/** Writes the operators of a page; what it draws often is called by name and comes back beside them. */
export function writeShapes(operators: readonly (string | ShapeUse)[]): {
  text: string;
  shapes: Map<string, RepeatedShape>;
} {
  const uses = new Map<string, number>();
  for (const use of operators) if (typeof use !== 'string') uses.set(use.atOrigin, (uses.get(use.atOrigin) ?? 0) + 1);
  const names = new Map<string, string>();
  const shapes = new Map<string, RepeatedShape>();
  const lines = operators.map((use) => {
    if (typeof use === 'string') return use;
    const { atOrigin, inline, x, y, box } = use;
    if (atOrigin.length < worthwhileLength || (uses.get(atOrigin) ?? 0) < worthwhileUses) return inline();
    let resource = names.get(atOrigin);
    if (resource === undefined) {
      resource = `S${names.size}`;
      names.set(atOrigin, resource);
      shapes.set(resource, { operators: atOrigin, box });
    }
    return `q 1 0 0 1 ${num(x)} ${num(y)} cm /${resource} Do Q`;
  });
  return { text: lines.join('\n'), shapes };
}

/** Room for the line around a shape: a form is clipped at its box. */
const lineRoom = 6;

/** Writes a shape as a form: it takes its colours and line from where it is called. */
export function writeForm(file: PdfFile, { operators, box }: RepeatedShape): number {
  const [left, bottom, right, top] = box;
  const bounds = [left - lineRoom, bottom - lineRoom, right + lineRoom, top + lineRoom];
  const entries = { Type: name('XObject'), Subtype: name('Form'), BBox: array(bounds.map(num)), Resources: dict({}) };
  return file.addStream(entries, latin1(operators), 'as it is');
}
