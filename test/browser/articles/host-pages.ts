import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

/**
 * A site elsewhere: its pages come from another port, and under the name `localhost` they are another site to the
 * browser than a forum at 127.0.0.1, so that no cookie of the one goes with what the other asks.
 */
export class HostPages {
  private readonly pages = new Map<string, () => HostPage | Promise<HostPage>>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, answer) => {
      const page = this.pages.get((request.url ?? '/').split('?')[0] ?? '');
      if (page === undefined) return void answer.writeHead(404).end();
      void Promise.resolve(page()).then(({ html, headers = {} }) =>
        answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html),
      );
    });
  }

  static async open(): Promise<HostPages> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new HostPages(server);
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** The same pages under a name that no site has said to be its own. */
  get otherOrigin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  put(path: string, page: () => HostPage | Promise<HostPage>): string {
    this.pages.set(path, page);
    return `${this.origin}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** A port that nothing listens on now: an address has to be known before whoever says it has begun to listen. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
