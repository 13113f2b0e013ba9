import type { EarlyConnection } from './earlySocket.ts';

/** Gives y-websocket a connection that stands already in place of the first that it would open. */
export function firstSocket(early: EarlyConnection): typeof WebSocket {
  let first: EarlyConnection | null = early;
  return new Proxy(WebSocket, {
    construct(Socket, args) {
      const taken = first;
      first = null;
      if (!taken || taken.socket.readyState > Socket.OPEN) return Reflect.construct(Socket, args);
      handOver(taken);
      return taken.socket;
    },
  });
}

function handOver({ socket, rest }: EarlyConnection): void {
  socket.onopen = null;
  socket.onclose = null;
  const messages = rest();
  if (socket.readyState !== WebSocket.OPEN) return;
  // y-websocket listens from the next line on, and hears what it has missed in the order in which it was.
  queueMicrotask(() => {
    socket.onopen?.(new Event('open'));
    for (const data of messages) socket.onmessage?.(new MessageEvent('message', { data }));
  });
}
