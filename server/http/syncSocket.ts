import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { AccessControl } from '../access/accessControl.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Limits } from '../rooms/limits.ts';
import type { Member } from '../rooms/member.ts';
import type { Wire } from '../rooms/outbox.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { Crowd } from './crowd.ts';
import { type Admission, doorkeeper } from './doorkeeper.ts';
import { type OriginRules, refuseOrigin } from './origins.ts';
import { addressBehind } from './proxies.ts';
import { wholeFrame } from './wholeFrame.ts';

export interface SyncOptions {
  readonly rooms: Rooms;
  readonly access: Pick<AccessControl, 'visitorOf' | 'standing' | 'onChange'>;
  readonly limits: Limits;
  readonly origins: OriginRules;
  readonly socketsPerAddress: number;
  readonly socketsPerPerson: number;
  readonly trustProxy: number | string | null;
  readonly warn: (context: object, text: string) => void;
  readonly metrics: Pick<Metrics, 'closed' | 'upgradeRefused'>;
}

const PATH = /^\/sync\/([^/?]{1,200})(?:\?(.*))?$/;
/** How often it is checked whether the other side is still there, and how long its answer may take. */
const PING_EVERY = 20_000;
const PROBE = 1_500;
/** Into how many pieces a message may be cut, and the bytes on the wire: each piece costs more than the byte it may hold. */
const PIECES = { maxFragments: 256, maxBufferedChunks: 16_384 };
const TEXT_REFUSED = { code: 1003, reason: 'binary messages only' };

/** Document sockets: `/sync/<mapId>` on the same port as everything else. */
export function serveSync(
  server: Server,
  options: SyncOptions,
): { readonly open: number; readonly people: number; close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: options.limits.largeMessage + 64,
    perMessageDeflate: false,
    ...PIECES,
  });
  const open = new Map<WebSocket, { alive: boolean }>();
  const crowd = new Crowd(options.socketsPerAddress);
  const people = new Crowd(options.socketsPerPerson);
  const admit = doorkeeper(options.access);
  const addressOf = addressBehind(options.trustProxy);
  let stopping = false;

  server.on('upgrade', (request, socket, head) => {
    // Before anything else: a socket error without a listener ends the process.
    socket.on('error', destroyIt);
    const address = addressOf(request);
    const refusal = stopping
      ? { status: '503 Service Unavailable', why: 'the server is stopping' }
      : refuseUpgrade(request, options.origins);
    const place = refusal ? null : crowd.enter(address);
    if (!place) {
      const { status, why } = refusal ?? { status: '429 Too Many Requests', why: 'too many from one address' };
      options.metrics.upgradeRefused();
      options.warn({ address }, `refused a document socket: ${why}`);
      return refuse(socket, status);
    }
    socket.once('close', place.leave);
    const [, path = '', query = ''] = PATH.exec(request.url ?? '') ?? [];
    const document = decodeURIComponentSafely(path);
    const as = new URLSearchParams(query).get('as');
    void admit({ document, cookie: request.headers.cookie, as }).then((admission) => {
      if (socket.destroyed) return;
      if (stopping || admission.status === 'unavailable') return refuse(socket, '503 Service Unavailable');
      sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws, socket, { document, address, admission }));
    });
  });

  // What listens for as long as a connection lasts is made here, where nothing of its request would be kept with it.
  function welcome(ws: WebSocket, line: Duplex, { document, address, admission }: Arrival): void {
    ws.on('error', (error) => options.warn({ address }, `a document socket failed: ${error.message}`));
    const state = { alive: true };
    open.set(ws, state);
    ws.on('pong', () => {
      state.alive = true;
    });
    const wire = wireOver(ws, line, options.metrics);
    const entrance = enter(document, wire, admission);
    // Closed after it was opened: y-websocket reads why only then.
    if (entrance.refused) wire.close(entrance.refused.code, entrance.refused.reason);
    const { member } = entrance;
    ws.on('message', (data, isBinary) => {
      state.alive = true;
      if (!isBinary) {
        member?.gone();
        wire.close(TEXT_REFUSED.code, TEXT_REFUSED.reason);
      } else {
        // `ws` hands binary messages over as one Buffer unless its binaryType is changed.
        member?.receive(data as Buffer);
      }
    });
    ws.on('close', () => {
      member?.gone();
      entrance.leave();
      open.delete(ws);
    });
  }

  /** `member` is null for whoever is not let in, or not any more because the server stops. */
  function enter(document: string, wire: Wire, admission: Told): Entrance {
    if (admission.status === 'refused') return { member: null, refused: admission.reason, leave() {} };
    const place = people.enter(admission.visitor.id);
    if (!place) return { member: null, refused: closeCodes.tryAgain, leave() {} };
    return { member: options.rooms.join(document, wire, admission), refused: null, leave: place.leave };
  }

  const pings = setInterval(() => {
    for (const [ws, state] of open) {
      if (!state.alive) ws.terminate();
      else if (ws.readyState === WebSocket.OPEN) {
        state.alive = false;
        ws.ping();
      }
    }
  }, PING_EVERY);
  pings.unref();

  return {
    /** How many are connected. */
    get open() {
      return open.size;
    },
    /** How many people that is. */
    get people() {
      return people.present;
    },
    /** Lets nobody in any more, and ends the connections that did not close when asked to. */
    close() {
      stopping = true;
      clearInterval(pings);
      for (const ws of open.keys()) ws.terminate();
    },
  };
}

type Told = Exclude<Admission, { status: 'unavailable' }>;

interface Arrival {
  readonly document: string;
  readonly address: string;
  readonly admission: Told;
}

interface Entrance {
  readonly member: Member | null;
  readonly refused: CloseReason | null;
  leave(): void;
}

function destroyIt(this: Duplex): void {
  this.destroy();
}

function refuseUpgrade(
  { url, headers }: IncomingMessage,
  origins: OriginRules,
): { status: string; why: string } | null {
  if (!PATH.test(url ?? '')) return { status: '404 Not Found', why: 'no such address' };
  const foreign = refuseOrigin({ host: headers.host, origin: headers.origin, fetchSite: undefined }, origins);
  return foreign ? { status: '403 Forbidden', why: foreign } : null;
}

function refuse(socket: Duplex, status: string): void {
  // The other side may never close its half; then the connection would stay for ever, and none of the caps counts it.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** @param line the connection below `ws`, which writes to it at once and whole, having nothing to compress */
function wireOver(ws: WebSocket, line: Duplex, metrics: SyncOptions['metrics']): Wire {
  return {
    get unsent() {
      return ws.bufferedAmount;
    },
    send(bytes) {
      // After closing, nothing may follow the closing frame.
      if (ws.readyState !== WebSocket.OPEN) return;
      const frame = wholeFrame(bytes);
      if (frame) line.write(frame);
      // The callback swallows the error of a dying socket.
      else ws.send(bytes, () => {});
    },
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close(code, reason) {
      // A paused socket would never read the other side's answer to the closing.
      ws.resume();
      metrics.closed(code);
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), 2_000).unref();
    },
    drop: () => ws.terminate(),
    probe: () =>
      new Promise((resolve) => {
        if (ws.readyState !== WebSocket.OPEN) return resolve(false);
        const answered = () => {
          clearTimeout(timer);
          resolve(true);
        };
        const timer = setTimeout(() => {
          ws.off('pong', answered);
          resolve(false);
        }, PROBE);
        ws.once('pong', answered);
        ws.ping();
      }),
  };
}
