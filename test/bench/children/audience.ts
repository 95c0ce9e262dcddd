import { io, type Socket } from 'socket.io-client';

interface Heard {
  /** From the sending of the message to its arrival, in ms, one for each open page. */
  delays: number[];
  /** What arrived, as JSON: the floor sends the same. */
  payload: string;
}

const AT_ONCE = 50;
const PATIENCE = 20_000;

/** Many open pages of one thread. */
export class Audience {
  private constructor(private readonly sockets: Socket[]) {}

  static async gather({ url, room, size }: { url: string; room: string; size: number }): Promise<Audience> {
    const sockets: Socket[] = [];
    while (sockets.length < size) {
      const some = Array.from({ length: Math.min(AT_ONCE, size - sockets.length) }, () => enter(url, room));
      sockets.push(...(await Promise.all(some)));
    }
    return new Audience(sockets);
  }

  get size(): number {
    return this.sockets.length;
  }

  /** Sends something and waits until every page has heard of it. */
  async hear({ url, headers, body }: { url: string; headers: Record<string, string>; body: string }): Promise<Heard> {
    let payload = '';
    const started = performance.now();
    const all = this.sockets.map(
      (socket) =>
        new Promise<number>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('a page heard nothing')), PATIENCE);
          socket.once('post-published', (message: unknown) => {
            const delay = performance.now() - started;
            clearTimeout(late);
            if (payload === '') payload = JSON.stringify(message);
            resolve(delay);
          });
        }),
    );
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`${url} answers ${answer.status}`);
    return { delays: await Promise.all(all), payload };
  }

  leave(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}

async function enter(url: string, room: string): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: url },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const answer = (await socket.timeout(PATIENCE).emitWithAck('join', room)) as { ok?: boolean; error?: string };
  if (answer.ok !== true) throw new Error(`${room}: ${answer.error}`);
  return socket;
}
