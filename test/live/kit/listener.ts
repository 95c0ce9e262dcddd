import { io, type Socket } from 'socket.io-client';
import type { ClientSays, JoinAnswer, ServerSays } from '../../../src/live/messages.js';

export interface Frame {
  event: string;
  message: Record<string, unknown>;
}

interface Manner {
  cookie?: string;
  origin?: string | null;
  headers?: Record<string, string>;
  transports?: ('websocket' | 'polling')[];
}

/** Somebody whose page is open: a real Socket.IO client that writes down every frame. */
export class Listener {
  readonly frames: Frame[] = [];
  closed = false;
  private readonly waiting: (() => void)[] = [];

  private constructor(readonly socket: Socket<ServerSays, ClientSays>) {
    socket.onAny((event: string, message: Record<string, unknown> = {}) => {
      this.frames.push({ event, message });
      this.wake();
    });
    socket.on('disconnect', () => {
      this.closed = true;
      this.wake();
    });
  }

  /** Like a browser with a page of ours open, unless the manner says otherwise. @throws when the door stays shut */
  static async open(
    url: string,
    { cookie, origin = url, headers = {}, transports = ['websocket'] }: Manner = {},
  ): Promise<Listener> {
    const socket: Socket<ServerSays, ClientSays> = io(url, {
      transports,
      forceNew: true,
      reconnection: false,
      timeout: 5000,
      extraHeaders: {
        ...(origin === null ? {} : { origin }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
    });
    const listener = new Listener(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (problem) => {
        socket.close();
        reject(problem);
      });
    });
    return listener;
  }

  /** Opens a socket and enters rooms, each of which must let it in. */
  static async in(url: string, rooms: string[], manner: Manner = {}): Promise<Listener> {
    const listener = await Listener.open(url, manner);
    for (const room of rooms) {
      const answer = await listener.join(room);
      if (!('ok' in answer)) throw new Error(`${room}: ${answer.error}`);
    }
    return listener;
  }

  join(room: unknown): Promise<JoinAnswer> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer to join')), 3000);
      this.socket.emit('join', room as string, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
    });
  }

  /** The frames of one event so far. */
  of(event: string): Frame['message'][] {
    return this.frames.filter((frame) => frame.event === event).map(({ message }) => message);
  }

  /** The `count`-th frame of an event, as soon as it is there. */
  async hear(event: string, count = 1): Promise<Frame['message']> {
    await this.until(() => this.of(event).length >= count, `${event} (${count})`);
    return this.of(event)[count - 1] ?? {};
  }

  async until(condition: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
    const end = performance.now() + milliseconds;
    while (!condition()) {
      if (performance.now() > end)
        throw new Error(`waited in vain for ${what}; heard ${JSON.stringify(this.frames).slice(0, 600)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Whatever was on its way when this was called has arrived when it returns: answers keep their order. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (this.socket.connected) await this.join('desk:none');
  }

  /** From now on nothing is read, as on a phone that was put away: the connection stays, and what is said waits. */
  takeNothing(): void {
    const { transport } = this.socket.io.engine as unknown as { transport: { ws: { pause(): void } } };
    transport.ws.pause();
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
