import type { EarlySocket } from './earlySocket.ts';

// A program of its own, with nothing to import: it runs as soon as the document of a map is there, and asks for the map
// while the browser still fetches what draws it.

const [, map] = /^\/m\/([A-Za-z0-9_-]{1,200})\/?$/.exec(location.pathname) ?? [];
if (map !== undefined) window.earlySocket = connectEarly(map);

function connectEarly(map: string): EarlySocket {
  const as = lastPerson();
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}/sync/${map}${as && `?as=${encodeURIComponent(as)}`}`);
  socket.binaryType = 'arraybuffer';
  const early: EarlySocket = { map, as, socket, messages: [], asks: null, changed: null };
  const ask = () => {
    // "I have nothing": what a client of an empty document says.
    if (early.asks && socket.readyState === WebSocket.OPEN) socket.send(new Uint8Array([0, 0, 1, 0]));
    early.changed?.();
  };
  socket.onopen = ask;
  socket.onclose = () => early.changed?.();
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    early.messages.push(data);
    early.changed?.();
  };
  void keepsNothing(map).then((nothing) => {
    early.asks = nothing;
    ask();
  });
  return early;
}

/** As `client/session/me.ts` keeps it. Whoever it is in truth, the server says and decides. */
function lastPerson(): string {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('throughline.me') ?? 'null');
    return typeof kept === 'object' && kept !== null && 'id' in kept ? String(kept.id) : '';
  } catch {
    return '';
  }
}

/** Whether all of the map has to come from the server. A browser that does not tell gets it the usual way. */
async function keepsNothing(map: string): Promise<boolean> {
  try {
    const stores = await indexedDB.databases();
    return stores.every(({ name }) => name !== `throughline/${map}` && !name?.startsWith(`throughline/${map}/`));
  } catch {
    // Older browsers cannot list their stores, and some windows have none.
    return false;
  }
}
