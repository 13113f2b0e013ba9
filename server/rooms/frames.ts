import * as encoding from 'lib0/encoding';
import { messageType, type ServerStatus, syncStep, type You } from '../../shared/protocol/messages.ts';

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
const NO_CHANGE = new Uint8Array(2);
/** A whole document in pieces, for somebody who has nothing of it: who has the last one has everything. */
export const wholeFrames = (updates: readonly Uint8Array[]): readonly Uint8Array[] => [
  ...updates.map(updateFrame),
  missingFrame(NO_CHANGE),
];
export const updateFrame = (update: Uint8Array): Uint8Array => sync(syncStep.update, update);

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` when the person left. */
  readonly state: string;
}

/** One presence message for many receivers, of whom some must not hear of themselves. */
export class PresenceMessage {
  readonly #entries: readonly PresenceEntry[];
  readonly #body: Uint8Array;
  /** Where each entry begins in the body. */
  readonly #starts: number[] = [];
  #everybody: Uint8Array | null = null;

  constructor(entries: readonly PresenceEntry[]) {
    this.#entries = entries;
    const encoder = encoding.createEncoder();
    for (const { client, clock, state } of entries) {
      this.#starts.push(encoding.length(encoder));
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
    this.#body = encoding.toUint8Array(encoder);
  }

  get everybody(): Uint8Array {
    this.#everybody ??= presence(this.#entries.length, [this.#body]);
    return this.#everybody;
  }

  /** Null when nothing is left. */
  without(client: number): Uint8Array | null {
    const at = this.#entries.findIndex((entry) => entry.client === client);
    if (at === -1) return this.everybody;
    if (this.#entries.length === 1) return null;
    const next = this.#starts[at + 1] ?? this.#body.length;
    return presence(this.#entries.length - 1, [this.#body.subarray(0, this.#starts[at]), this.#body.subarray(next)]);
  }
}

const presence = (count: number, parts: readonly Uint8Array[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    const head = frame((inner) => encoding.writeVarUint(inner, count));
    encoding.writeVarUint(
      encoder,
      parts.reduce((sum, { length }) => sum + length, head.length),
    );
    for (const part of [head, ...parts]) encoding.writeUint8Array(encoder, part);
  });

export const signOfLife: Uint8Array = presence(0, []);

export const savedFrame = (counter: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, counter);
  });

/** For those who only want to hear that something changed. */
export const changedFrame: Uint8Array = frame((encoder) => encoding.writeVarUint(encoder, messageType.watch));

export const statusFrame = (status: ServerStatus): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.status);
    encoding.writeVarString(encoder, JSON.stringify(status));
  });

/** The first message of a connection. */
export const youFrame = (you: You): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.you);
    encoding.writeVarString(encoder, JSON.stringify(you));
  });
