import * as decoding from 'lib0/decoding';
import { messageType, syncStep, type You } from '../../../shared/protocol/messages.ts';
import { readYou } from '../readYou.ts';

/** The connection to a map's room that `askEarly.ts` opened, and what has come over it. */
export interface EarlySocket {
  readonly map: string;
  /** For whom the page keeps edits; empty: for nobody yet. */
  readonly as: string;
  readonly socket: WebSocket;
  readonly messages: ArrayBuffer[];
  /** Whether the whole map is asked for; null until that is decided. */
  asks: boolean | null;
  /** To be told of messages, of the decision, and of the end. */
  changed: (() => void) | null;
}

declare global {
  interface Window {
    earlySocket?: EarlySocket | undefined;
  }
}

/** A map that was there before the code that draws it, and the connection over which it came. */
export interface EarlyMap {
  readonly you: You;
  /** All of the document, in pieces. */
  readonly updates: readonly Uint8Array[];
  readonly connection: EarlyConnection;
}

/** A connection that stands or is about to. */
export interface EarlyConnection {
  readonly as: string;
  readonly socket: WebSocket;
  /** What came over it, without what is in the document by now; from here on nobody collects it any more. */
  rest(): readonly ArrayBuffer[];
}

/** What there is early: the map itself, the mere connection where this browser keeps the map, or nothing. */
export interface Early {
  readonly map: EarlyMap | null;
  readonly connection: EarlyConnection | null;
}

const NOTHING: Early = { map: null, connection: null };
/** A server that does not let one in by then, or a browser that does not say what it keeps, has it asked the usual way. */
const CONNECT_MS = 4000;
/** As y-websocket has it: longer than this, nobody is silent who is there. */
const SILENCE_MS = 30_000;

/**
 * Takes what was asked for early; at once where it is there. Answers how to give it up.
 *
 * @param as whom the page takes for the person in front of it: somebody else's map is nobody's, also when they sit down
 *   while it is on its way
 */
export function takeEarly(map: string, as: () => string, take: (early: Early) => void): () => void {
  const { earlySocket: early } = window;
  window.earlySocket = undefined;
  if (!early || early.map !== map || early.as !== as()) {
    early?.socket.close();
    take(NOTHING);
    return () => undefined;
  }
  const { socket } = early;
  const answer = new Answer();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (found: Early) => {
    early.changed = null;
    clearTimeout(timer);
    const theirs = early.as === as() ? found : NOTHING;
    if (!theirs.connection) socket.close();
    take(theirs);
  };
  const look = () => {
    if (socket.readyState > WebSocket.OPEN) return end(NOTHING);
    if (early.asks === false) return end({ map: null, connection: connectionOf(early, 0) });
    const whole = answer.read(early.messages);
    if (whole) {
      const connection = connectionOf(early, answer.seen);
      return end({ map: { ...whole, connection }, connection });
    }
    const comes = early.asks && socket.readyState === WebSocket.OPEN;
    // What others do is told to everybody who is connected: until the map is asked for, it is no sign of it.
    if (!comes && timer !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(end, comes ? SILENCE_MS : CONNECT_MS, NOTHING);
  };
  early.changed = look;
  look();
  return () => {
    if (early.changed !== look) return;
    early.changed = null;
    clearTimeout(timer);
    socket.close();
  };
}

/** The answer to somebody who has nothing, as it comes. */
class Answer {
  /** How many messages have been read. */
  seen = 0;
  #you: You | null = null;
  readonly #updates: Uint8Array[] = [];

  /** Reads on; null until all is there. */
  read(messages: readonly ArrayBuffer[]): Omit<EarlyMap, 'connection'> | null {
    for (; this.seen < messages.length; ) {
      const decoder = decoding.createDecoder(new Uint8Array(messages[this.seen++] ?? new ArrayBuffer(0)));
      const type = decoding.readVarUint(decoder);
      if (type === messageType.you) this.#you = readYou(decoding.readVarString(decoder));
      if (type !== messageType.sync) continue;
      const step = decoding.readVarUint(decoder);
      if (step === syncStep.stateVector) continue;
      this.#updates.push(decoding.readVarUint8Array(decoder));
      if (step === syncStep.missing && this.#you) return { you: this.#you, updates: this.#updates };
    }
    return null;
  }
}

/** "Now you have everything", to somebody who does. */
const NOTHING_MISSING = new Uint8Array([messageType.sync, syncStep.missing, 2, 0, 0]);

/** @param taken of so many messages, all that brings the document is in it */
function connectionOf({ as, socket, messages }: EarlySocket, taken: number): EarlyConnection {
  return {
    as,
    socket,
    rest() {
      socket.onmessage = null;
      return messages.flatMap((message, index) => {
        if (index >= taken || !bringsDocument(message)) return [message];
        return index === taken - 1 ? [NOTHING_MISSING.buffer] : [];
      });
    },
  };
}

function bringsDocument(message: ArrayBuffer): boolean {
  const decoder = decoding.createDecoder(new Uint8Array(message));
  return decoding.readVarUint(decoder) === messageType.sync && decoding.readVarUint(decoder) !== syncStep.stateVector;
}
