import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../../clock/clock.js';
import type { Config } from '../../../config/config.js';
import { carriesSession } from './carries-session.js';
import { headersOfAll } from '../security-headers.js';
import type { Door } from './door.js';
import { memberDoor } from './member-door.js';
import { PageCache } from './page-cache.js';

/**
 * Sends kept pages before Fastify and all other parts of the program run: routing, guard and queries cost
 * twenty times what this does, and Fastify alone half as much again. What holds for every request (the host, one
 * request of a connection at a time) is asked before it comes here.
 */
export function keptPageDoor(app: NestFastifyApplication, config: Config): Door {
  const [{ forGuests }, clock] = [app.get(PageCache), app.get(Clock)];
  const standing = headersOfAll(config);
  const forMember = memberDoor(app, config);
  return (request, response, otherwise) => {
    const { method, url = '', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') return otherwise();
    if (carriesSession(headers.cookie)) return forMember(request, response, otherwise);
    const page = forGuests.get(url, clock.now());
    if (page === undefined) return otherwise();
    const { status, head, body } = page.ready(headers, standing(headers.host));
    response.writeHead(status, head);
    response.end(body);
  };
}
