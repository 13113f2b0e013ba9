import * as encoding from 'lib0/encoding';
import { messageType, type ServerStatus, syncStep } from '../../shared/protocol/messages.ts';

/** Messages to clients, each built once and sent to as many as want it. */
function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const sync = (step: number, body: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });

export const stateVectorFrame = (vector: Uint8Array): Uint8Array => sync(syncStep.stateVector, vector);
export const missingFrame = (update: Uint8Array): Uint8Array => sync(syncStep.missing, update);
export const updateFrame = (update: Uint8Array): Uint8Array => sync(syncStep.update, update);

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` when the person left. */
  readonly state: string;
}

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    const body = frame((inner) => {
      encoding.writeVarUint(inner, entries.length);
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, state);
      }
    });
    encoding.writeVarUint8Array(encoder, body);
  });

export const signOfLife: Uint8Array = presenceFrame([]);

export const savedFrame = (counter: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, counter);
  });

export const statusFrame = (status: ServerStatus): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.status);
    encoding.writeVarString(encoder, JSON.stringify(status));
  });
