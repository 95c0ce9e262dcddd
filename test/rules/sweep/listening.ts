import { io, type Socket } from 'socket.io-client';
import type { Looker } from './forum.js';

/** Everything that one visitor's socket was told, in order, after trying to enter every room. */
export class Listening {
  readonly heard: string[] = [];

  private constructor(private readonly socket: Socket) {
    socket.onAny((event: string, ...told: unknown[]) => this.heard.push(JSON.stringify([event, ...told])));
  }

  static async open(url: string, { cookie, tokens }: Looker, rooms: string[]): Promise<Listening> {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: url, ...(cookie ? { cookie } : {}) },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const listening = new Listening(socket);
    for (const room of [...rooms, ...tokens.map((token) => `follow:${token}`)]) {
      listening.heard.push(
        JSON.stringify([
          'joined',
          room.startsWith('follow:') ? 'follow' : room,
          await socket.timeout(2_000).emitWithAck('join', room),
          // What a desk heard last begins with the mark of its process.
        ]).replace(/("last":")[\w-]{8}\./, '$1'),
      );
    }
    return listening;
  }

  close(): void {
    this.socket.close();
  }
}
