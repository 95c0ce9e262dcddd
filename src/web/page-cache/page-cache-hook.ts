import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../clock/clock.js';
import { cookieName } from '../../visitors/session-cookie.js';
import { PageCache } from './page-cache.js';

const SESSION = `${cookieName(false)}=`;

/** Whether something like a session comes with the request. A wrong guess costs a little time, so none is a parser's work. */
export function carriesSession(cookies: string | undefined): boolean {
  return cookies !== undefined && cookies.includes(SESSION);
}

/**
 * Gives kept pages to guests before anything else of the house runs: routing, guard and queries cost twenty times what
 * this does. A callback and not an async function, which would cost a turn of the event loop for each request.
 */
export function answerFromPageCache(app: NestFastifyApplication): void {
  const [{ forGuests }, clock] = [app.get(PageCache), app.get(Clock)];
  app.getHttpAdapter().getInstance().addHook('onRequest', (request, reply, done) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || carriesSession(request.headers.cookie)) return done();
    const page = forGuests.get(request.url, clock.now());
    if (page === undefined) return done();
    page.send(request, reply, true);
  });
}
