import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { inTime } from '../database/in-time.js';
import { Door } from './door.js';
import { FrameAdapter } from './frame-adapter.js';
import { Handshake } from './handshake.js';

/** Socket.IO on the forum's own server and port. `createApp` hands it to Nest with `useWebSocketAdapter`. */
export class LiveAdapter extends IoAdapter {
  constructor(app: INestApplicationContext) {
    super(app);
    this.handshake = app.get(Handshake, { strict: false });
    this.door = app.get(Door, { strict: false });
  }

  private readonly handshake: Handshake;
  private readonly door: Door;

  override createIOServer(port: number, options?: ServerOptions): Server {
    const ours: Partial<ServerOptions> = {
      path: '/socket.io',
      adapter: FrameAdapter,
      // The client's script is part of our own build.
      serveClient: false,
      transports: ['websocket', 'polling'],
      // Compression of each message costs 300 kB of memory for each socket and saves little on small fragments.
      perMessageDeflate: false,
      httpCompression: false,
      // Clients only ever say which room they want: nothing long, nothing binary.
      maxHttpBufferSize: 4096,
      connectTimeout: 10_000,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      // After an error nobody is let in: pages connect again later and ask for what they missed.
      allowRequest: ({ headers }, answer) => {
        if (this.handshake.comesFromOurPages(headers)) answer(null, true);
        else
          inTime(this.handshake.comesFromSites(headers)).then(
            (may) => answer(null, may),
            () => answer(null, false),
          );
      },
    };
    const server: Server = super.createIOServer(port, { ...options, ...ours } as ServerOptions);
    this.door.guard(server.engine);
    // Polling answers do not pass through Fastify, which gives all others these headers.
    server.engine.on('headers', (headers: Record<string, string>) => {
      headers['cache-control'] = 'no-store';
      headers['x-content-type-options'] = 'nosniff';
      headers['content-security-policy'] = "default-src 'none'; frame-ancestors 'none'";
      headers['cross-origin-resource-policy'] = 'same-origin';
    });
    return server;
  }
}
