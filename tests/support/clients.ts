import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { messageType, type You } from '../../shared/protocol/messages.ts';
import { afterwards } from './testServer.ts';

/** Waits until something holds; fails after a while, saying what was waited for. */
export async function until(what: string, holds: () => boolean, patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(5);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const bytes = (...parts: (number | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));

export function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export const syncMessage = (step: 0 | 1 | 2, body: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });

export const savedMessage = (counter: number): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, counter);
  });

export interface Entry {
  readonly client: number;
  readonly clock: number;
  readonly state: unknown;
}

export const presenceMessage = (...entries: Entry[]): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    const body = message((inner) => {
      encoding.writeVarUint(inner, entries.length);
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, JSON.stringify(state));
      }
    });
    encoding.writeVarUint8Array(encoder, body);
  });

// Each y-websocket client listens for the end of the process.
process.setMaxListeners(1_000);

/** Where a server is, and as whom one comes there. */
export interface Seat {
  readonly url: string;
  readonly cookie: string;
}

const addressOf = (url: string, map: string) => `${url.replace(/^http/, 'ws')}/sync/${map}`;

/** A client that sends what it likes and remembers what it gets. */
export class RawClient {
  readonly received: Uint8Array[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly socket: WebSocket;

  static async open({ url, cookie }: Seat, map: string, headers: Record<string, string> = {}): Promise<RawClient> {
    const client = new RawClient(new WebSocket(addressOf(url, map), { headers: { cookie, ...headers } }));
    await new Promise<void>((resolve, reject) => {
      client.socket.once('open', resolve);
      client.socket.once('error', reject);
    });
    return client;
  }

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => void this.received.push(new Uint8Array(data)));
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    afterwards(async () => socket.terminate());
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  /** The bodies of the messages of one type, in the order in which they came. */
  of(type: number): decoding.Decoder[] {
    return this.received.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      return decoding.readVarUint(decoder) === type ? [decoder] : [];
    });
  }

  get saved(): number[] {
    return this.of(messageType.saved).map(decoding.readVarUint);
  }

  get statuses(): string[] {
    return this.of(messageType.status).map(decoding.readVarString);
  }

  /** Every presence entry that came, oldest first. */
  get presence(): Entry[] {
    return this.of(messageType.awareness).flatMap((decoder) => {
      const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      return Array.from({ length: decoding.readVarUint(body) }, () => ({
        client: decoding.readVarUint(body),
        clock: decoding.readVarUint(body),
        state: JSON.parse(decoding.readVarString(body)),
      }));
    });
  }

  /** The document as this client knows it from what it was sent. */
  document(): Y.Doc {
    const doc = new Y.Doc();
    for (const decoder of this.of(messageType.sync)) {
      if (decoding.readVarUint(decoder) !== 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
    }
    return doc;
  }

  /** Asks for the whole document and waits for it. */
  async fetchDocument(): Promise<Y.Doc> {
    const before = this.received.length;
    this.send(syncMessage(0, bytes(0)));
    await until('the document came', () =>
      this.received.slice(before).some(([type, step]) => type === 0 && step === 1),
    );
    return this.document();
  }
}

const socketWith = (seat: Seat) =>
  class extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie: seat.cookie } });
    }
  };

/** A person: the client the page uses, with a document of its own. */
export class Person {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly saved: number[] = [];
  readonly statuses: string[] = [];
  readonly closes: number[] = [];
  /** What the server said of them with each connection. */
  readonly told: You[] = [];
  #asked = 0;

  constructor(seat: Seat, map: string) {
    this.provider = new WebsocketProvider(`${seat.url.replace(/^http/, 'ws')}/sync`, map, this.doc, {
      // The `ws` client does what the browser's does as far as y-websocket uses it; it has no cookies of its own.
      WebSocketPolyfill: socketWith(seat) as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    this.provider.messageHandlers[messageType.saved] = (_encoder, decoder) =>
      void this.saved.push(decoding.readVarUint(decoder));
    this.provider.messageHandlers[messageType.status] = (_encoder, decoder) =>
      void this.statuses.push(decoding.readVarString(decoder));
    this.provider.messageHandlers[messageType.you] = (_encoder, decoder) =>
      void this.told.push(JSON.parse(decoding.readVarString(decoder)));
    this.provider.on('connection-close', (event) => void this.closes.push(event?.code ?? 0));
    afterwards(async () => this.leave());
  }

  static async join(seat: Seat, map: string): Promise<Person> {
    const person = new Person(seat, map);
    await until('the map was there', () => person.provider.synced);
    return person;
  }

  /** Asks to be told when everything so far is on disk, and waits for it. */
  async untilSaved(patience?: number): Promise<void> {
    const counter = ++this.#asked;
    // As in `RawClient`, a frame is just bytes to `ws`.
    this.provider.ws?.send(savedMessage(counter) as Uint8Array<ArrayBuffer>);
    await until('it was saved', () => this.saved.includes(counter), patience);
  }

  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
