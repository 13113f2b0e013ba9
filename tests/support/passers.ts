import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { messageType } from '../../shared/protocol/messages.ts';
import { newGuest, type TestVisitor } from './visitor.ts';

/** Somebody on a map without a browser: all they do is point, and drag what they are given. */
export interface Passer {
  point(x: number, y: number, dragged?: string): void;
  leave(): void;
}

/** So many people with an editor's link, each with a connection of their own. */
export async function passersBy(owner: TestVisitor, map: string, count: number): Promise<readonly Passer[]> {
  const link = await owner.link(map, 'editor');
  return Promise.all(Array.from({ length: count }, (_, at) => passer(owner.url, map, link.url, at + 1)));
}

async function passer(url: string, map: string, link: string, client: number): Promise<Passer> {
  const guest = await newGuest(url);
  await guest.join(link);
  const address = `${url.replace(/^http/, 'ws')}/sync/${map}`;
  const socket = new WebSocket(address, { headers: { cookie: guest.cookie, origin: url } });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let clock = 0;
  return {
    point(x, y, dragged) {
      const user = { id: guest.id, name: `Passer ${client}`, color: '#0f766e' };
      const selection = dragged ? [{ kind: 'touchpoint', id: dragged }] : [];
      const drag = dragged ? [{ id: dragged, x, y }] : [];
      const states = encoding.createEncoder();
      encoding.writeVarUint(states, 1);
      encoding.writeVarUint(states, client);
      encoding.writeVarUint(states, ++clock);
      encoding.writeVarString(states, JSON.stringify({ user, cursor: { x, y }, selection, editing: null, drag }));
      const frame = encoding.createEncoder();
      encoding.writeVarUint(frame, messageType.awareness);
      encoding.writeVarUint8Array(frame, encoding.toUint8Array(states));
      socket.send(encoding.toUint8Array(frame));
    },
    leave: () => socket.close(),
  };
}
