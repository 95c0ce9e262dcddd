import type { FastifyInstance } from 'fastify';
import { LONGEST_WAIT } from '../../database/in-time.js';
import { Silence, SteadyClient } from '../../database/steady-client.js';

/** How long a query may be unanswered before a late page counts as waiting for the database. */
const SUSPECT = 500;

/**
 * Answers that the database is away when a page or a form has waited long enough for it, however many short waits that
 * was. The work goes on behind the answer; a text that comes back has its key, so that sending it again stores it
 * once. A page that is late because the machine is busy is not cut off: in that case the database still answers.
 */
export function answerInTime(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (_request, reply, done) => {
    const look = (): void => {
      if (reply.sent || reply.raw.headersSent) return;
      if (SteadyClient.longestWait() > SUSPECT) void reply.send(new Silence(LONGEST_WAIT));
      else timer = setTimeout(look, SUSPECT).unref();
    };
    let timer = setTimeout(look, LONGEST_WAIT).unref();
    reply.raw.once('close', () => clearTimeout(timer));
    done();
  });
}
