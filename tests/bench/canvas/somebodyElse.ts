import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { writeFields } from '../../../shared/model/writeRecord.ts';
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
  }

  changeTitle(id: string, title: string): void {
    // Straight into the document: a command reads the whole map first, and the bench shares the machine with the page.
    this.#doc.transact(() => writeFields(this.#doc, 'touchpoints', id, { title }));
  }

  leave(): void {
    this.#provider.destroy();
    this.#doc.destroy();
  }
}
