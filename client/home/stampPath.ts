import { pathNumber, smoothPath } from '../../shared/layout/curve.ts';

export const STAMP = { width: 104, height: 44 } as const;
const MARGIN = 6;

/** Where an emotion stands on a stamp: good is up. */
export const stampY = (value: number): number => STAMP.height / 2 - (value / 2) * (STAMP.height / 2 - MARGIN);

/** The emotion curve of a map across a stamp, broken where nobody said how it feels. */
export function stampPath(curve: readonly (number | null)[]): string {
  const column = (STAMP.width - 2 * MARGIN) / Math.max(1, curve.length);
  const runs: { x: number; y: number }[][] = [[]];
  for (const [index, value] of curve.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: pathNumber(MARGIN + (index + 0.5) * column), y: stampY(value) });
  }
  // A point alone has no length; with one of zero the round ends of the line make a dot of it.
  return runs.map((run) => smoothPath(run) + (run.length === 1 ? 'h0' : '')).join('');
}
