import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Server } from 'socket.io';
import { answering, usage } from './answering.js';

/** Bare Socket.IO: what is posted goes to one room, without a database, without drawing anything. */
const http = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    io.to('thread').emit('post-published', JSON.parse(Buffer.concat(parts).toString() || '{}'));
    response.end();
  });
});
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', (_room: string, answer: (said: object) => void) => {
    void socket.join('thread');
    answer({ ok: true });
  });
});
http.listen(0, '127.0.0.1', () => {
  process.once('SIGTERM', () => process.exit(0));
  answering({ usage, address: () => `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
