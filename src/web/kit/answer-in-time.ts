import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { LONGEST_WAIT } from '../../database/in-time.js';
import { Silence, SteadyClient } from '../../database/steady-client.js';

/** How long a query may be unanswered before a late page counts as waiting for the database. */
const SUSPECT = 500;

/** Requests that were handed on after they had waited already, and since when. */
const begun = new WeakMap<IncomingMessage, number>();

/**
 * Calls `late` when somebody has waited long enough for the database, however many short waits that was; not for a
 * page that is late because the machine is busy, since then the database still answers. What comes back ends it.
 */
export function watchTime(request: IncomingMessage, late: () => void): () => void {
  const since = begun.get(request);
  const look = (): void => {
    if (SteadyClient.longestWait() > SUSPECT) late();
    else timer = setTimeout(look, SUSPECT).unref();
  };
  let timer = setTimeout(
    look,
    since === undefined ? LONGEST_WAIT : LONGEST_WAIT - (performance.now() - since),
  ).unref();
  return () => clearTimeout(timer);
}

/** Whoever takes this request over counts from `since` (`performance.now()`), so that nobody waits twice as long. */
export function hasWaitedSince(request: IncomingMessage, since: number): void {
  begun.set(request, since);
}

/**
 * Answers that the database is away when a page or a form has waited long enough for it. The work goes on behind the
 * answer; a text that comes back has its key, so that sending it again stores it once.
 */
export function answerInTime(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const stop = watchTime(request.raw, () => {
      if (!reply.sent && !reply.raw.headersSent) void reply.send(new Silence(LONGEST_WAIT));
    });
    reply.raw.once('close', stop);
    done();
  });
}
