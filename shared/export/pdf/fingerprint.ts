import { hex } from './values.ts';

/**
 * 128 bits that tell files apart, as hex digits. The same content gets the same identity on every machine, which a
 * random one could not. Not for secrets: four FNV-1a sums with different beginnings.
 */
export function fingerprint(parts: readonly Uint8Array[]): string {
  const sums = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  return sums.map((sum) => hex(sumOf(parts, sum), 8)).join('');
}

function sumOf(parts: readonly Uint8Array[], beginning: number): number {
  let sum = beginning;
  for (const part of parts) for (const byte of part) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
