import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Place } from './contestants.ts';
import { Wire } from './wire.ts';

const EMPTY_VECTOR = Uint8Array.of(0);

/** Somebody on a map, with a note of their own to write into and a cursor. What they send is built by hand: fast. */
export class BenchPerson {
  readonly wire: Wire;
  readonly #prefix: Uint8Array;
  readonly #client: number;
  #clock = 0;
  #presenceClock = 0;
  #counter = 0;

  static async join(place: Place, index: number): Promise<BenchPerson> {
    const wire = await Wire.open(place.url, place.cookie(index));
    for (const hello of place.hello) wire.send(place.prefix, hello);
    wire.send(place.prefix, syncMessage(0, EMPTY_VECTOR));
    return new BenchPerson(wire, place.prefix);
  }

  constructor(wire: Wire, prefix: Uint8Array) {
    this.wire = wire;
    this.#prefix = prefix;
    this.#client = 1 + Math.floor(Math.random() * 0xfffffff0);
  }

  /** Puts the note there that `write` goes on with. */
  begin(): void {
    const doc = new Y.Doc();
    doc.clientID = this.#client;
    const text = new Y.Text('.');
    doc.getMap('notes').set(`n${this.#client}`, new Y.Map([['text', text]]));
    this.#clock = Y.getState(doc.store, this.#client);
    this.send(syncMessage(2, Y.encodeStateAsUpdate(doc)));
    doc.destroy();
  }

  /** Writes on at the end of the note, as Yjs encodes typing. */
  write(text: string): void {
    const update = encoding.encode((encoder) => {
      for (const number of [1, 1, this.#client, this.#clock]) encoding.writeVarUint(encoder, number);
      // A string, with what it comes after.
      encoding.writeUint8(encoder, 0x84);
      encoding.writeVarUint(encoder, this.#client);
      encoding.writeVarUint(encoder, this.#clock - 1);
      encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, 0);
    });
    this.#clock += text.length;
    this.send(syncMessage(2, update));
  }

  /** Sends another document's content as one edit. */
  bring(update: Uint8Array): void {
    this.send(syncMessage(2, update));
  }

  /** Asks to be told when what was sent is on disk. Answers the number that will be named. */
  askSaved(): number {
    const counter = ++this.#counter;
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 101);
        encoding.writeVarUint(encoder, counter);
      }),
    );
    return counter;
  }

  point(mark: string): void {
    const at = () => Math.round(Math.random() * 4_000);
    const state = { user: { name: 'Somebody', color: '#2668c9' }, cursor: { x: at(), y: at(), mark } };
    const entry = encoding.encode((encoder) => {
      for (const number of [1, this.#client, ++this.#presenceClock]) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, entry);
      }),
    );
  }

  send(message: Uint8Array): void {
    this.wire.send(this.#prefix, message);
  }
}

export function syncMessage(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}
