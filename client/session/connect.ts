import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { messageType, type ServerStatus, syncStep, type You } from '../../shared/protocol/messages.ts';
import type { EarlyConnection } from './early/earlySocket.ts';
import { firstSocket } from './early/firstSocket.ts';
import { refreshMe } from './me.ts';
import { readYou } from './readYou.ts';

/** What a connection reports. */
export interface ConnectionEvents {
  connected(): void;
  /** Who we are on this connection, before anything of the document. */
  you(you: You): void;
  disconnected(): void;
  /** The document holds everything the server has. */
  synced(): void;
  /** Everything the server lacked was sent; a counter sent from now on covers it. */
  caughtUp(): void;
  saved(counter: number): void;
  storage(state: ServerStatus['storage']): void;
  /** The server will not let us in again by itself: `code` is one of `closeCodes`. */
  refused(code: number): void;
}

export interface Connection {
  /** Asks to be told when everything sent so far is on disk. */
  askSaved(counter: number): void;
  destroy(): void;
}

/** All clients of a restarted server would come back within the same moment; this spreads them over three seconds. */
const RETURN_SPREAD_MS = 3000;
/** How long the server is given to say who sits here by now. */
const WHO_MS = 2000;

export interface Connecting {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Whose document this is: the server lets nobody else in with it. Empty: it holds nothing of anybody's yet. */
  readonly as: string;
  /** A connection that stands already. */
  readonly early?: EarlyConnection | null;
}

/** Connects a document to its room, by y-websocket with repairs that are explained where they are made. */
export function connect(
  mapId: string,
  { doc, awareness, as, early }: Connecting,
  events: ConnectionEvents,
): Connection {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const provider = new WebsocketProvider(`${scheme}//${location.host}/sync`, mapId, doc, {
    awareness,
    // Tabs of one browser meet on the server like everybody else; a second path between them would fake "Saved".
    disableBc: true,
    connect: false,
    ...(as !== '' && { params: { as } }),
    ...(early?.as === as && { WebSocketPolyfill: firstSocket(early) }),
    maxBackoffTime: 2500,
  });
  // Somebody else's is of no use to anybody, and nobody would close it.
  if (early && early.as !== as) early.socket.close();
  speakForOneself(provider, awareness);
  noticeCaughtUp(provider, events);

  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => events.saved(decoding.readVarUint(decoder));
  provider.messageHandlers[messageType.status] = (_encoder, decoder) => {
    events.storage(readStatus(decoding.readVarString(decoder)));
  };
  provider.messageHandlers[messageType.you] = (_encoder, decoder) => {
    const you = readYou(decoding.readVarString(decoder));
    if (you) events.you(you);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') events.connected();
    if (status === 'disconnected') events.disconnected();
  });
  provider.on('sync', (synced: boolean) => {
    if (synced) events.synced();
  });
  let returning: ReturnType<typeof setTimeout> | undefined;
  provider.on('closed', ({ code }) => {
    if (code !== closeCodes.otherPerson.code) return events.refused(code);
    // Once it is known who sits here, they begin anew with what is theirs; until then it is asked again.
    void refreshMe();
    returning = setTimeout(() => provider.connect(), WHO_MS);
  });
  let destroyed = false;
  provider.on('connection-close', (event) => {
    switch (event?.code) {
      case closeCodes.restarting.code:
        // Without the pause a hundred clients would open the door at once.
        provider.disconnect();
        returning = setTimeout(() => provider.connect(), Math.random() * RETURN_SPREAD_MS);
        break;
      case closeCodes.roleChanged.code: {
        // At once, once y-websocket is through with the old socket: who looks on must not go on typing. A connection
        // that never got as far as the document waits like any other, or the two sides could chase each other.
        const { synced } = provider;
        queueMicrotask(() => synced && !destroyed && provider.connect());
        break;
      }
      default:
    }
  });
  // A cut network closes no socket: without asking anew it would take half a minute to notice. Where the server can
  // still be reached (it may run on this very machine), the new connection stands within a moment.
  const reconnect = () => {
    provider.disconnect();
    provider.connect();
  };
  window.addEventListener('offline', reconnect);
  window.addEventListener('online', reconnect);
  provider.connect();

  return {
    askSaved(counter) {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, messageType.saved);
      encoding.writeVarUint(encoder, counter);
      send(provider, encoding.toUint8Array(encoder));
    },
    destroy() {
      // Or it would bring a socket back for a map that is closed.
      destroyed = true;
      clearTimeout(returning);
      window.removeEventListener('offline', reconnect);
      window.removeEventListener('online', reconnect);
      provider.destroy();
    },
  };
}

function send(provider: WebsocketProvider, frame: Uint8Array): void {
  const { ws } = provider;
  // y-websocket types the frame by an older notion of ArrayBuffer; the bytes are what a socket takes.
  if (ws && ws.readyState === ws.OPEN) ws.send(frame as Uint8Array<ArrayBuffer>);
}

/** y-websocket sends everybody's presence back to the server with each change; we speak for ourselves alone. */
function speakForOneself(provider: WebsocketProvider, awareness: Awareness): void {
  awareness.off('update', provider._awarenessUpdateHandler);
  const handler = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) => {
    if (![...added, ...updated, ...removed].includes(awareness.clientID)) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    send(provider, encoding.toUint8Array(encoder));
  };
  provider._awarenessUpdateHandler = handler;
  awareness.on('update', handler);
}

/** The server's first sync step is answered by the provider; right behind that answer all our edits have been sent. */
function noticeCaughtUp(provider: WebsocketProvider, events: ConnectionEvents): void {
  const readSync = provider.messageHandlers[messageType.sync];
  if (!readSync) throw new Error('y-websocket has no sync handler');
  provider.messageHandlers[messageType.sync] = (encoder, decoder, from, emitSynced, type) => {
    const step = decoding.peekVarUint(decoder);
    readSync(encoder, decoder, from, emitSynced, type);
    if (step === syncStep.stateVector) queueMicrotask(() => events.caughtUp());
  };
}

/** By hand, not by schema: one word is not worth a validator in the page's first load. */
function readStatus(json: string): ServerStatus['storage'] {
  try {
    return (JSON.parse(json) as ServerStatus).storage === 'failing' ? 'failing' : 'ok';
  } catch {
    return 'ok';
  }
}
