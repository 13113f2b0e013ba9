import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * A row of the log holds the edits of one map in one commit, each with its length: Yjs' own `mergeUpdates` would
 * cost more than storing them, and bytes merely put end to end would lose all but the first edit when read.
 */
export function encodeRow(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

export class TornRow extends Error {}

/** Throws `TornRow`. */
export function decodeRow(row: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(row);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) {
    const length = readLength(decoder);
    if (length > row.length - decoder.pos) throw new TornRow('a stored row is shorter than it says');
    updates.push(decoding.readUint8Array(decoder, length));
  }
  return updates;
}

function readLength(decoder: decoding.Decoder): number {
  try {
    return decoding.readVarUint(decoder);
  } catch {
    throw new TornRow('a stored row ends in the middle of a number');
  }
}
