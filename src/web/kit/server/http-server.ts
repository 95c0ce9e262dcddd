import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '../../../config/config.js';
import { KnownHosts } from '../../../visitors/known-hosts.js';
import { ARRIVAL, mustArrive } from './arriving.js';
import { OneAtATime } from './one-at-a-time.js';
import { refuseHost } from './unknown-host.js';
import { unreadable } from './unreadable.js';

/**
 * A client that sends one letter a minute must not occupy a connection for hours, but a text that comes slowly by Tor
 * must arrive.
 */
const STILL = 60_000;
const KEPT_OPEN = 72_000;
const ROUND = 50;

export interface ServerMeter {
  /** Bytes that lie ready for readers who have not taken them yet, in all connections together. */
  unsent(): number;
}

/**
 * The server before Fastify: what holds for every request, kept page or not, is asked here. `answer` is Fastify's own
 * handler.
 */
export function httpServer(config: Config, answer: RequestListener): Server & ServerMeter {
  const hosts = new KnownHosts(config);
  const oneAtATime = new OneAtATime((request, response) => {
    mustArrive(request);
    if (hosts.knows(request.headers.host, request.socket) || isHealth(request.url)) answer(request, response);
    else refuseHost(request, response);
  }, STILL);
  const server = createServer(
    {
      // How long a body may take is asked for each request: one with files may take longer.
      requestTimeout: ARRIVAL.files,
      headersTimeout: STILL,
      keepAliveTimeout: KEPT_OPEN,
      // A request for another protocol (`Upgrade: h2c`) may be ignored: it gets the page.
      shouldUpgradeCallback: ({ headers, url = '' }) =>
        headers.upgrade?.toLowerCase() === 'websocket' && url.startsWith('/socket.io/'),
    },
    oneAtATime.handle,
  );
  server.on('connection', oneAtATime.stopWhenCut);
  server.on('clientError', (error, connection) => oneAtATime.endWith(connection, unreadable(error)));
  return Object.assign(closedWhenIdle(server.setTimeout(STILL)), { unsent: () => oneAtATime.unsent });
}

/**
 * Node closes the connections that are idle when a server is told to stop, and would wait over a minute for the next
 * request of one whose answer was still under way then. So whoever has become idle since is looked for until it is
 * over.
 */
function closedWhenIdle(server: Server): Server {
  const close = server.close.bind(server);
  server.close = (done) => {
    const looking = setInterval(() => server.closeIdleConnections(), ROUND);
    server.once('close', () => clearInterval(looking));
    return close(done);
  };
  return server;
}

/** A program that monitors the server may ask under any host name. */
function isHealth(url = ''): boolean {
  return url === '/healthz' || url.startsWith('/healthz?');
}
