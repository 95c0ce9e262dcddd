import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Connection } from '../../src/database/connection.js';

export interface Pooler {
  port: number;
  close(): void;
}

export interface SlowPooler extends Pooler {
  /** The next connection of each login is a first one again. */
  forget(): void;
}

/** Stands before a PostgreSQL as poolers do, and forgets what a connection asks for at its start. */
export function droppingPooler(before: Connection): Promise<Pooler> {
  return pooler(before, (client, behind) => {
    client.once('data', (first: Buffer) => {
      behind.write(withoutOptions(first));
      client.pipe(behind);
    });
    behind.pipe(client);
  });
}

/**
 * Lets the first connection of each login wait for so many milliseconds, as a PostgreSQL does that has only just been
 * started on a machine with much else to do.
 */
export async function slowPooler(before: Connection, delay: number): Promise<SlowPooler> {
  const known = new Set<string>();
  const slow = await pooler(before, (client, behind) => {
    behind.pipe(client);
    client.once('data', (first: Buffer) => {
      const [, user = ''] = first.subarray(8).toString().split('\0');
      const isKnown = known.has(user);
      known.add(user);
      const letThrough = (): void => {
        behind.write(first);
        client.pipe(behind);
      };
      if (isKnown) letThrough();
      else setTimeout(letThrough, delay);
    });
  });
  return { ...slow, forget: () => known.clear() };
}

/** Answers the handshake with session numbers of its own, as all do that may give each question another session. */
export function numberingPooler(before: Connection): Promise<Pooler> {
  return pooler(before, (client, behind) => {
    client.pipe(behind);
    let heard: Buffer = Buffer.alloc(0);
    behind.on('data', function number(part: Buffer) {
      heard = Buffer.concat([heard, part]);
      const at = keyIn(heard);
      if (at === null) return;
      heard.writeInt32BE(1, at + 5);
      client.write(heard);
      behind.off('data', number).pipe(client);
    });
  });
}

async function pooler({ host, port }: Connection, join: (client: Socket, behind: Socket) => void): Promise<Pooler> {
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    const behind = connect(`${host}/.s.PGSQL.${port}`);
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, behind].forEach((each) => each.destroy()));
    }
    join(client, behind);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** The startup message: its length, the protocol, then names and values that end with a zero each. */
function withoutOptions(message: Buffer): Buffer {
  const words = message.subarray(8).toString().split('\0');
  const kept: string[] = [];
  for (let at = 0; words[at] !== '' && at + 1 < words.length; at += 2)
    if (words[at] !== 'options') kept.push(words[at] ?? '', words[at + 1] ?? '');
  const body = Buffer.from([...kept, '', ''].join('\0'));
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length);
  message.copy(head, 4, 4, 8);
  return Buffer.concat([head, body]);
}

/** Where the message begins that names the session, once all of it is there: a letter, a length, the number, a key. */
function keyIn(messages: Buffer): number | null {
  for (let at = 0; at + 9 <= messages.length; at += 1 + messages.readInt32BE(at + 1))
    if (messages[at] === 'K'.charCodeAt(0)) return at;
  return null;
}
