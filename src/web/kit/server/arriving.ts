import type { IncomingMessage } from 'node:http';

/** How long the body of a request may take to arrive, in milliseconds; of a form with files, and how fast at least. */
export interface Arrival {
  plain: number;
  files: number;
  /** Bytes a second, counted over `plain`. */
  least: number;
}

export const ARRIVAL: Arrival = { plain: 60_000, files: 20 * 60_000, least: 4_000 };

/** A form with files, or a part of one file. */
const BRINGS_FILES = /^(?:multipart\/form-data|application\/offset\+octet-stream)\b/i;

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/**
 * Ends a request whose body comes too slowly. A text arrives within a minute, by Tor too; 25 megabytes by Tor take ten,
 * and whoever sends them has to keep sending.
 */
export function mustArrive(request: IncomingMessage, { plain, files, least }: Arrival = ARRIVAL): void {
  const { headers, socket } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const rounds = BRINGS_FILES.test(headers['content-type'] ?? '') ? Math.floor(files / plain) : 1;
  let left = rounds;
  let before = socket.bytesRead;
  const look = setInterval(() => {
    left -= 1;
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    if (request.complete || socket.destroyed) clearInterval(look);
    else if (left <= 0 || came < least * (plain / 1_000)) {
      clearInterval(look);
      socket.end(TOO_SLOW);
      socket.destroySoon();
    }
  }, plain);
  // Whoever was answered before all of it had come, and has left, is told of by neither event. What is served keeps a
  // forum alive, and not the looking at it.
  look.unref();
  for (const over of ['end', 'close']) request.once(over, () => clearInterval(look));
}
