import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { bareRefusal } from './bare-refusal.js';

const UNREADABLE = refusal(400, 'unreadable');

/** By what Node calls it. */
const BY_CODE: Record<string, Buffer> = {
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, 'arrivesLate'),
  HPE_HEADER_OVERFLOW: refusal(431, 'headTooLong'),
};

function refusal(status: number, said: 'unreadable' | 'arrivesLate' | 'headTooLong'): Buffer {
  const { headers, page } = bareRefusal(({ [said]: { title, lede } }) => [title, lede]);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`), page]);
}

/**
 * Ends a connection on which something came that is no request: an unknown method, or one in small letters. The answer
 * is the same bytes for everyone and repeats nothing of what came. Whoever gets an answer already is told nothing,
 * since it would stand in the middle of that.
 */
export function refuseUnreadable(
  { code = '' }: NodeJS.ErrnoException,
  connection: Duplex,
  isAnswering: boolean,
): void {
  if (!connection.writable || isAnswering) {
    connection.destroy();
    return;
  }
  // Only when it has been handed over: closed at once, what was still to be read would take it away from its reader.
  connection.end(BY_CODE[code] ?? UNREADABLE, () => connection.destroy());
}
