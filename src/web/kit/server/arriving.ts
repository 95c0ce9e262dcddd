import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * How long the body of a request may take to arrive, in milliseconds: `plain` for most, `files` for a form with files,
 * which must also arrive at a least speed.
 */
export interface Arrival {
  plain: number;
  files: number;
  /** Bytes a second, counted over `plain`. */
  least: number;
}

export const ARRIVAL: Arrival = { plain: 60_000, files: 20 * 60_000, least: 4_000 };

/** A form with files, or a part of one file. */
const BRINGS_FILES = /^(?:multipart\/form-data|application\/offset\+octet-stream)\b/i;

/**
 * Calls `late` for a request whose body comes too slowly. A text arrives within a minute, even by Tor. 25 megabytes
 * take ten minutes by Tor, and whoever sends them has to go on sending.
 */
export function mustArrive(
  request: IncomingMessage,
  late: (on: Socket) => void,
  { plain, files, least }: Arrival,
): void {
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
      late(socket);
    }
  }, plain);
  // Neither event comes for a request that was answered before its whole body had come, and whose client has left: then
  // the next look ends this timer. Until then the timer alone must not keep the process running.
  look.unref();
  for (const over of ['end', 'close']) request.once(over, () => clearInterval(look));
}
