import { once } from 'node:events';
import { createServer, type Server, type Socket, connect as tcp } from 'node:net';

/** A line between browsers and a server that a test can cut: what is under way is torn off, and nobody answers. */
export interface Cable {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function layCable(to: string): Promise<Cable> {
  const target = Number(new URL(to).port);
  const sockets = new Set<Socket>();
  let line: Server | null = null;
  let port = 0;

  const mend = async () => {
    line = createServer((near) => {
      const far = tcp(target, '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    }).listen(port, '127.0.0.1');
    await once(line, 'listening');
    const address = line.address();
    if (typeof address === 'object' && address) port = address.port;
  };
  await mend();
  return {
    url: `http://127.0.0.1:${port}`,
    async cut() {
      const closed = line && once(line, 'close');
      line?.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend,
  };
}
