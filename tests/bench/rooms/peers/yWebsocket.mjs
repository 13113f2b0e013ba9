// @y/websocket-server as it comes, in memory or, with YPERSISTENCE, with y-leveldb. Runs in the peers' folder.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { listening } from './listening.mjs';

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  socket.on('error', () => {});
  setupWSConnection(socket, request);
});
http.listen(0, '127.0.0.1', () => listening(http.address().port));
