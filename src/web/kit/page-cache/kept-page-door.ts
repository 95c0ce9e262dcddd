import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../../clock/clock.js';
import type { Config } from '../../../config/config.js';
import { cookieName } from '../../../visitors/session-cookie.js';
import { headersOfAll } from '../security-headers.js';
import { PageCache } from './page-cache.js';

const SESSION = `${cookieName(false)}=`;

/**
 * Whether the request seems to carry a session cookie. A wrong guess only costs a little time, so a search in the
 * header is enough and no parser is needed.
 */
export function carriesSession(cookies: string | undefined): boolean {
  return cookies !== undefined && cookies.includes(SESSION);
}

/** Answers and says true, or leaves the request to the rest of the house. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Sends kept pages to guests before Fastify and all other parts of the program run: routing, guard and queries cost
 * twenty times what this does, and Fastify alone half as much again. What holds for every request (the host, one
 * request of a connection at a time) is asked before it comes here.
 */
export function keptPageDoor(app: NestFastifyApplication, config: Config): Door {
  const [{ forGuests }, clock] = [app.get(PageCache), app.get(Clock)];
  const standing = headersOfAll(config);
  return ({ method, url = '', headers }, response) => {
    if ((method !== 'GET' && method !== 'HEAD') || carriesSession(headers.cookie)) return false;
    const page = forGuests.get(url, clock.now());
    if (page === undefined) return false;
    const { status, head, body } = page.ready(headers, standing(headers.host));
    response.writeHead(status, head);
    response.end(body);
    return true;
  };
}
