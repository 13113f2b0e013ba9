import type { Splice } from '../../shared/model/writeRecord.ts';

/** A change of a text as Yjs reports it. */
export type TextDelta = readonly {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}[];

/**
 * What was typed, told from the text before and after it. After typing the cursor stands behind what was inserted,
 * which settles where in "aaa" the new "a" went: a wrong guess would put it inside somebody else's word.
 */
export function typedSplice(before: string, after: string, cursor: number): Splice {
  const longestTail = Math.min(after.length - cursor, before.length);
  let tail = 0;
  while (tail < longestTail && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const longestHead = Math.min(before.length, after.length) - tail;
  let head = 0;
  while (head < longestHead && before[head] === after[head]) head++;
  // Never through the middle of a character of two units.
  if (isHigh(before.charCodeAt(head - 1)) && head > 0) head--;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Where a position is after somebody else's change; what they insert exactly at a cursor goes behind it. */
export function shifted(position: number, delta: TextDelta): number {
  let at = 0;
  let result = position;
  for (const part of delta) {
    if (part.retain !== undefined) at += part.retain;
    else if (part.delete !== undefined) result -= Math.max(0, Math.min(result - at, part.delete));
    else {
      const length = typeof part.insert === 'string' ? part.insert.length : 1;
      if (at < result) result += length;
      at += length;
    }
  }
  return result;
}

/** A splice made against a text that others changed meanwhile, as it has to be made now. */
export function rebased(splice: Splice, deltas: readonly TextDelta[]): Splice {
  const move = (position: number) => deltas.reduce(shifted, position);
  const at = move(splice.at);
  return { at, remove: Math.max(0, move(splice.at + splice.remove) - at), insert: splice.insert };
}
