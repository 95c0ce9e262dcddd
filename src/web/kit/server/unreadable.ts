import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { bareRefusal } from './bare-refusal.js';

const UNREADABLE = refusal(400, 'unreadable');
export const ARRIVES_LATE = refusal(408, 'arrivesLate');

/** By what Node calls it. */
const BY_CODE: Record<string, Buffer> = {
  ERR_HTTP_REQUEST_TIMEOUT: ARRIVES_LATE,
  HPE_HEADER_OVERFLOW: refusal(431, 'headTooLong'),
};

function refusal(status: number, said: 'unreadable' | 'arrivesLate' | 'headTooLong'): Buffer {
  const { headers, page } = bareRefusal(({ [said]: { title, lede } }) => [title, lede]);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`), page]);
}

/**
 * What is said of something that is no request: an unknown method, or one in small letters. It is the same bytes for
 * everyone and repeats nothing of what came.
 */
export function unreadable({ code = '' }: NodeJS.ErrnoException): Buffer {
  return BY_CODE[code] ?? UNREADABLE;
}

const { headers, page } = bareRefusal(({ unreadable: { title, lede } }) => [title, lede]);

/** The same for what Node reads, and would refuse without a word. */
export function refuse(status: 400 | 417, { method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, headers);
  response.end(method === 'HEAD' ? undefined : page);
}
