import type { Server } from 'socket.io';

/**
 * How many bytes may wait to be sent to one socket. A page whose socket was closed for this connects again and asks for
 * all that it has missed.
 */
const MOST_WAITING = 256 * 1024;
const ROUND = 1_000;

interface Connection {
  writeBuffer?: { data?: unknown }[];
  transport?: { socket?: { bufferedAmount?: number; terminate?(): void } };
  close(discard: boolean): void;
}

/**
 * Closes connections that do not read what is sent to them: more than MOST_WAITING bytes wait for them in two rounds,
 * and in the second no fewer than in the first. A slow connection that has read something in between is left open.
 * @returns how to stop
 */
export function closeSlowReaders(engine: Server['engine']): () => void {
  const clients = (engine as unknown as { clients: Record<string, Connection> }).clients;
  let before = new Map<Connection, number>();
  const round = setInterval(() => {
    const now = new Map<Connection, number>();
    for (const connection of Object.values(clients)) {
      const waiting = waitingFor(connection);
      if (waiting <= MOST_WAITING) continue;
      if (waiting >= (before.get(connection) ?? Number.POSITIVE_INFINITY)) end(connection);
      else now.set(connection, waiting);
    }
    before = now;
  }, ROUND).unref();
  return () => clearInterval(round);
}

/** Closes without a last message, which would have to wait behind everything that was not read. */
function end(connection: Connection): void {
  const socket = connection.transport?.socket;
  if (socket?.terminate === undefined) connection.close(true);
  else socket.terminate();
}

function waitingFor({ writeBuffer = [], transport }: Connection): number {
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 0;
  return bytes;
}
