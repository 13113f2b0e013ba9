import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Outcome } from '../../shared/commands/command.ts';
import { runTalk, type TalkCommand } from '../../shared/talk/commands/talkCommand.ts';
import { liveTalk } from '../../shared/talk/liveTalk.ts';
import type { TalkSnapshot } from '../../shared/talk/snapshot.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { until } from './clients.ts';
import { afterwards } from './testServer.ts';
import type { TestVisitor } from './visitor.ts';

/** Somebody in the discussion of a map, over a real socket: the client the page uses, with the cookies of a visitor. */
export class SocketTalker {
  readonly doc = new Y.Doc();
  readonly visitor: TestVisitor;
  readonly closes: number[] = [];
  readonly #provider: WebsocketProvider;

  static async join(visitor: TestVisitor, map: string): Promise<SocketTalker> {
    const talker = new SocketTalker(visitor, map);
    await until('the discussion was there', () => talker.#provider.synced);
    return talker;
  }

  constructor(visitor: TestVisitor, map: string) {
    this.visitor = visitor;
    const { cookie } = visitor;
    class WithCookies extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { cookie } });
        // A connection that the server refuses is closed with a code; that is looked at by the tests.
        this.on('error', () => {});
      }
    }
    this.#provider = new WebsocketProvider(`${visitor.url.replace(/^http/, 'ws')}/sync`, talkOf(map), this.doc, {
      // The `ws` client does what the browser's does as far as y-websocket uses it.
      WebSocketPolyfill: WithCookies as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    this.#provider.awareness.setLocalState(null);
    // Messages of ours that this client has no use for.
    for (const type of [101, 102, 103]) this.#provider.messageHandlers[type] = () => {};
    this.#provider.on('connection-close', (event) => void this.closes.push(event?.code ?? 0));
    afterwards(async () => this.leave());
  }

  get talk(): TalkSnapshot {
    return liveTalk(this.doc).snapshot();
  }

  /** What every comment says and who is said to have written it, in reading order. */
  get said(): readonly (readonly [text: string, person: string | undefined])[] {
    return this.talk.threads.flatMap(({ comments }) =>
      comments.filter(({ removed }) => !removed).map(({ text, stamp }) => [text, stamp?.person] as const),
    );
  }

  run<Input>(command: TalkCommand<Input>, input: NoInfer<Input>): Outcome {
    return runTalk(this.doc, command, input, 'page');
  }

  leave(): void {
    this.#provider.destroy();
    this.doc.destroy();
  }
}
