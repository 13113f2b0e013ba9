import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { writeFields } from '../../../shared/model/writeRecord.ts';
import { messageType } from '../../../shared/protocol/messages.ts';
import type { TestVisitor } from '../../support/visitor.ts';

/** Somebody else on the map: the page's own client over a real socket, changing one field after the other. */
export class SomebodyElse {
  readonly #doc = new Y.Doc();
  readonly #provider: WebsocketProvider;

  static async join(visitor: TestVisitor, map: string): Promise<SomebodyElse> {
    const somebody = new SomebodyElse(visitor, map);
    await new Promise<void>((resolve) => somebody.#provider.on('sync', () => resolve()));
    return somebody;
  }

  private constructor(visitor: TestVisitor, map: string) {
    const { cookie } = visitor;
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie } });
      }
    }
    this.#provider = new WebsocketProvider(`${visitor.url.replace(/^http/, 'ws')}/sync`, map, this.#doc, {
      // The `ws` client does what the browser's does as far as y-websocket uses it; it has no cookies of its own.
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    // What the server says of saving and roles is of no interest here, and the client would complain about it.
    for (const type of [messageType.saved, messageType.status, messageType.you]) {
      this.#provider.messageHandlers[type] = () => {};
    }
  }

  /** Another field each time. */
  change(id: string, count: number): void {
    const changes = [
      { title: `Changed by somebody, ${count}` },
      { channel: ['web', 'phone', 'mail'][(count % 7) % 3] ?? '' },
      { customersPerMonth: count },
    ];
    const fields = changes[count % changes.length] ?? {};
    // Straight into the document: a command reads the whole map first, and the bench shares the machine with the page.
    this.#doc.transact(() => writeFields(this.#doc, 'touchpoints', id, fields));
  }

  leave(): void {
    this.#provider.destroy();
    this.#doc.destroy();
  }
}
