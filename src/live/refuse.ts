import { type IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';

const WAIT = '30';

/**
 * Answers a handshake that is refused, in either of the two transports. The library would only close the connection of
 * a web socket, and nobody would know why.
 */
export function refuse(request: IncomingMessage, response: unknown, status: 421 | 429 | 503): void {
  const headers = {
    'content-length': '0',
    'cache-control': 'no-store',
    ...(status === 421 ? {} : { 'retry-after': WAIT }),
  };
  if (response instanceof ServerResponse) return void response.writeHead(status, headers).end();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  request.socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n${lines.join('')}\r\n`);
}
