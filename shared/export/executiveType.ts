import type { BlockFont } from './textBlock.ts';

/** A board reads no small print: what is too long for its place ends in an ellipsis. The map has it whole. */
export const least = 0.8;

/** Type grows with the sheet. */
export const font = (pt: number, weight: number, scale: number): BlockFont => ({
  size: pt * scale,
  lineHeight: pt * 1.32 * scale,
  weight,
});
