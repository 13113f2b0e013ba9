import * as Y from 'yjs';
import { RawClient, type Seat, savedMessage, syncMessage } from './clients.ts';

/** Somebody who adds one numbered key after the other and remembers up to which it was told "saved". */
export class Writer {
  readonly client: RawClient;
  readonly doc: Y.Doc;
  readonly #name: string;
  written = 0;

  static async join(seat: Seat, map: string, name: string): Promise<Writer> {
    const client = await RawClient.open(seat, map);
    return new Writer(client, await client.fetchDocument(), name);
  }

  constructor(client: RawClient, doc: Y.Doc, name: string) {
    this.client = client;
    this.doc = doc;
    this.#name = name;
  }

  get saved(): number {
    return Math.max(0, ...this.client.saved);
  }

  write(value: number | string = this.written + 1): void {
    const before = Y.encodeStateVector(this.doc);
    const number = ++this.written;
    this.doc.getMap('meta').set(`${this.#name}:${number}`, value);
    this.client.send(syncMessage(2, Y.encodeStateAsUpdate(this.doc, before)));
    this.client.send(savedMessage(number));
  }

  /** Edits whose writer was told that they are saved, and that this document does not have. */
  lostIn(doc: Y.Doc): string[] {
    const keys = Array.from({ length: this.saved }, (_, at) => `${this.#name}:${at + 1}`);
    return keys.filter((key) => !doc.getMap('meta').has(key));
  }
}
