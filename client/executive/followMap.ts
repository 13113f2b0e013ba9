import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { messageType } from '../../shared/protocol/messages.ts';

interface News {
  /** Something on the map is different. Called at most once a second, and once after the last change. */
  changed(): Promise<void>;
  /** The stage somebody presents, '' before the first, null when nobody does. */
  presented(stage: string | null): void;
  /** The server will not let this page in again by itself. */
  ended(code: number): void;
}

const PAUSE = 1_000;
/** Behind the edit itself: the server reads the map when it has taken the whole turn in. */
const SETTLE = 250;

/**
 * Listens to a map without reading its document: that something changed is all this page needs to know, so a phone
 * does not load the library that edits are merged with. Also says who presents which stage, and hears it of others.
 */
export function followMap(map: string, news: News): { present(stage: string | null): void } {
  const client = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  let clock = 0;
  let socket: WebSocket | null = null;
  let presenting: string | null = null;
  let planned = false;
  let again = false;
  let pause = 500;
  let hasRead = false;
  let presenter: number | null = null;

  const plan = () => {
    if (planned) return;
    planned = true;
    setTimeout(async () => {
      await news.changed();
      setTimeout(() => {
        planned = false;
        if (again) {
          again = false;
          plan();
        }
      }, PAUSE);
    }, SETTLE);
  };
  const changed = () => {
    if (planned) again = true;
    else plan();
  };

  const speak = () => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(presenceMessage(client, ++clock, presenting));
  };

  const open = () => {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(`${scheme}//${location.host}/sync/${map}`);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      pause = 500;
      socket?.send(watchMessage);
      speak();
      // What happened while the line was cut was not heard.
      if (hasRead) changed();
      hasRead = true;
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => hear(new Uint8Array(data));
    socket.onclose = ({ code }) => {
      if (code >= 4400 && code < 4500) return news.ended(code);
      setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, 10_000);
    };
  };

  const hear = (bytes: Uint8Array) => {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.watch) changed();
    else if (type === messageType.awareness) hearPresence(decoding.readVarUint8Array(decoder));
  };

  const hearPresence = (update: Uint8Array) => {
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const stage = presentingOf(decoding.readVarString(decoder));
      if (id === client || (stage === null && id !== presenter)) continue;
      presenter = stage === null ? null : id;
      news.presented(stage);
    }
  };

  open();
  // A state that is not renewed counts as departed after half a minute, as in y-protocols.
  setInterval(speak, 15_000);
  return {
    present(stage) {
      if (stage === presenting) return;
      presenting = stage;
      speak();
    },
  };
}

const watchMessage = Uint8Array.of(messageType.watch);

function presentingOf(json: string): string | null {
  try {
    const state: unknown = JSON.parse(json);
    const stage = typeof state === 'object' && state !== null && 'presenting' in state ? state.presenting : null;
    return typeof stage === 'string' ? stage : null;
  } catch {
    return null;
  }
}

function presenceMessage(client: number, clock: number, presenting: string | null): Uint8Array<ArrayBuffer> {
  const update = encoding.createEncoder();
  encoding.writeVarUint(update, 1);
  encoding.writeVarUint(update, client);
  encoding.writeVarUint(update, clock);
  // The server puts in who this is.
  encoding.writeVarString(update, JSON.stringify({ presenting }));
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, messageType.awareness);
  encoding.writeVarUint8Array(message, encoding.toUint8Array(update));
  // lib0 types its bytes by an older notion of ArrayBuffer.
  return encoding.toUint8Array(message) as Uint8Array<ArrayBuffer>;
}

/** Why the view no longer follows the map, in words. */
export function endedWords(code: number): string {
  switch (code) {
    case closeCodes.noAccess.code:
      return 'Your access to this map has ended. What is shown here is as it was. Ask whoever sent you the link.';
    case closeCodes.inTrash.code:
      return 'This map was put into the trash. What is shown here is as it was.';
    case closeCodes.unknownMap.code:
      // It could be read when this page was answered, so one of the two has happened since; which, is nobody's to know.
      return 'Your access to this map has ended, or it was deleted for good. What is shown here is as it was. Ask whoever sent you the link.';
    default:
      return 'This view no longer follows the map. Reload the page to see its present state.';
  }
}
