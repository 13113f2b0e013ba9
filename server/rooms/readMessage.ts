import { messageType, syncStep } from '../../shared/protocol/messages.ts';
import { ByteReader, Malformed } from '../documents/byteReader.ts';
import type { PresenceEntry } from './frames.ts';

/** A message of a client, taken apart but not yet believed. Byte arrays are views into the message. */
export type ClientMessage =
  | { readonly kind: 'stateVector'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'presence'; readonly entries: ByteReader; readonly count: number }
  | { readonly kind: 'queryPresence' }
  | { readonly kind: 'watch' }
  | { readonly kind: 'saved'; readonly counter: number };

/** Throws `Malformed`. */
export function readMessage(bytes: Uint8Array): ClientMessage {
  const reader = new ByteReader(bytes);
  const type = reader.uint();
  switch (type) {
    case messageType.sync:
      return readSync(reader);
    case messageType.awareness: {
      const entries = new ByteReader(reader.bytes());
      reader.end();
      return { kind: 'presence', entries, count: entries.count(3) };
    }
    case messageType.queryAwareness:
      reader.end();
      return { kind: 'queryPresence' };
    case messageType.watch:
      reader.end();
      return { kind: 'watch' };
    case messageType.saved: {
      const counter = reader.uint();
      reader.end();
      return { kind: 'saved', counter };
    }
    default:
      throw new Malformed('its type is unknown');
  }
}

function readSync(reader: ByteReader): ClientMessage {
  const step = reader.uint();
  const body = reader.bytes();
  reader.end();
  switch (step) {
    case syncStep.stateVector:
      return { kind: 'stateVector', vector: checkStateVector(body) };
    case syncStep.missing:
      return { kind: 'update', update: body, answer: true };
    case syncStep.update:
      return { kind: 'update', update: body, answer: false };
    default:
      throw new Malformed('its sync step is unknown');
  }
}

const ASKS_FOR_ALL = Uint8Array.of(messageType.sync, syncStep.stateVector, 1, 0);

/** Whether a message is the state vector of somebody who has nothing of the document. */
export const asksForAll = (bytes: Uint8Array): boolean => Buffer.compare(bytes, ASKS_FOR_ALL) === 0;

function checkStateVector(vector: Uint8Array): Uint8Array {
  const reader = new ByteReader(vector);
  for (let left = reader.count(2); left > 0; left--) {
    reader.uint();
    reader.uint();
  }
  reader.end();
  return vector;
}

/** Reads the entry a client may make, its own, and passes over all others without looking at what they say. */
export function readOwnPresence(
  reader: ByteReader,
  count: number,
  isOwn: (client: number) => boolean,
): PresenceEntry | null {
  let own: PresenceEntry | null = null;
  for (let left = count; left > 0; left--) {
    const client = reader.uint();
    const clock = reader.uint();
    if (client < 2 ** 32 && clock < 2 ** 31 && own === null && isOwn(client))
      own = { client, clock, state: reader.text() };
    else reader.skip(reader.uint());
  }
  return own;
}
