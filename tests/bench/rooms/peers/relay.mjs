// The yardstick: hands every message to everybody else and does nothing besides. Nothing that relays can be faster.
import { WebSocketServer } from 'ws';
import { listening } from './listening.mjs';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('error', () => {});
  socket.on('message', (data) => {
    for (const other of server.clients) if (other !== socket) other.send(data);
  });
});
server.on('listening', () => listening(server.address().port));
