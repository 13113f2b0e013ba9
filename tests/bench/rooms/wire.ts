import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * A WebSocket that costs next to nothing: it sends frames, and of what comes it looks at the bytes only if somebody
 * listens. With a real client for everybody, the bench itself would be what is slow.
 */
export class Wire {
  readonly #socket: Socket;
  ended = false;

  static open(url: string, cookie: string): Promise<Wire> {
    const { hostname, port, pathname, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const lines = [
      `GET ${pathname} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('data', (head) => {
        const text = head.toString('latin1');
        if (!text.startsWith('HTTP/1.1 101')) return reject(new Error(`no socket at ${url}: ${text.slice(0, 80)}`));
        resolve(new Wire(socket));
      });
    });
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('close', () => {
      this.ended = true;
    });
    // Without a listener nothing would be read, and the server would take it for a stalled one.
    socket.resume();
  }

  /** Hears every piece as it comes; a frame may be cut anywhere. */
  onBytes(hear: (bytes: Buffer) => void): void {
    this.#socket.on('data', hear);
  }

  send(...parts: Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    // Clients must mask; with a mask of zeros there is nothing to compute.
    const head = Buffer.alloc(2 + extended + 4);
    head[0] = 0x82;
    head[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127);
    if (extended === 2) head.writeUInt16BE(length, 2);
    if (extended === 8) head.writeBigUInt64BE(BigInt(length), 2);
    this.#socket.write(Buffer.concat([head, ...parts]));
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Puts a server's frames together again and hands on what is in them. */
export function messages(hear: (message: Buffer) => void): (bytes: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0);
  return (bytes) => {
    kept = kept.length === 0 ? bytes : Buffer.concat([kept, bytes]);
    for (;;) {
      if (kept.length < 2) return;
      const short = (kept[1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (kept.length < head) return;
      const length = short < 126 ? short : short === 126 ? kept.readUInt16BE(2) : Number(kept.readBigUInt64BE(2));
      if (kept.length < head + length) return;
      const isBinary = ((kept[0] ?? 0) & 0x0f) === 2;
      const body = kept.subarray(head, head + length);
      kept = kept.subarray(head + length);
      if (isBinary) hear(body);
    }
  };
}
