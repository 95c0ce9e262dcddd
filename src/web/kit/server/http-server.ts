import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../../../config/config.js';
import { KnownHosts } from '../../../visitors/known-hosts.js';
import { ARRIVAL, mustArrive } from './arriving.js';
import { OneAtATime } from './one-at-a-time.js';
import { refuseHost } from './unknown-host.js';
import { ARRIVES_LATE, refuse, unreadable } from './unreadable.js';

/**
 * A client that sends one letter a minute must not occupy a connection for hours, but a text that comes slowly by Tor
 * must arrive.
 */
export const PATIENCE = {
  head: 60_000,
  /** How often is looked for heads that are late. */
  look: 10_000,
  arrival: ARRIVAL,
  /** After which Node closes a connection without a word, and so more than whoever is late gets. */
  still: 75_000,
};
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
export function httpServer(
  config: Config,
  answer: RequestListener,
  { head, look, arrival, still } = PATIENCE,
): Server & ServerMeter {
  const hosts = new KnownHosts(config);
  const late = (socket: Socket): void => oneAtATime.endWith(socket, ARRIVES_LATE);
  const oneAtATime = new OneAtATime((request, response) => {
    mustArrive(request, late, arrival);
    const { url, headers, socket } = request;
    if (url?.startsWith('/') === true && hosts.knows(headers.host, socket)) answer(request, response);
    else if (namesNoHost(request)) refuse(400, request, response);
    else if (isHealth(url) || hosts.knows((headers.host = hostOf(request)), socket)) answer(request, response);
    else refuseHost(request, response);
  }, still);
  const server = createServer(
    {
      // How long a body may take is asked for each request: one with files may take longer.
      requestTimeout: arrival.files,
      headersTimeout: head,
      connectionsCheckingInterval: look,
      requireHostHeader: false,
      // Of two hosts Node would take the first, and a proxy before it perhaps the other.
      joinDuplicateHeaders: true,
      keepAliveTimeout: KEPT_OPEN,
      // A request for another protocol (`Upgrade: h2c`) may be ignored: it gets the page.
      shouldUpgradeCallback: ({ headers, url = '' }) =>
        headers.upgrade?.toLowerCase() === 'websocket' && url.startsWith('/socket.io/'),
    },
    oneAtATime.handle,
  );
  server.on('connection', oneAtATime.stopWhenCut);
  server.on('checkExpectation', (request, response) =>
    oneAtATime.handle(request, response, () => refuse(417, request, response)),
  );
  server.on('clientError', (error, connection) => {
    // Browsers open connections ahead: on one that nothing came on, nobody waits for an answer.
    if ((connection as Socket).bytesRead === 0) connection.destroy();
    else oneAtATime.endWith(connection, unreadable(error));
  });
  return Object.assign(closedWhenIdle(server.setTimeout(still)), { unsent: () => oneAtATime.unsent });
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

/** Or more than one, which Node joins with a comma. */
function namesNoHost({ headers: { host }, httpVersion }: IncomingMessage): boolean {
  return host === undefined ? httpVersion === '1.1' : host.includes(',');
}

/** Where the address is a whole one, as proxies are asked, its host counts (RFC 9112, 3.2.2). */
function hostOf({ url = '', headers: { host } }: IncomingMessage): string | undefined {
  return /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? host;
}

/** A program that monitors the server may ask under any host name. */
function isHealth(url = ''): boolean {
  return url === '/healthz' || url.startsWith('/healthz?');
}
