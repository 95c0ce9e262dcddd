import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { outcomeOf } from './outcome.js';
import { SeeOther } from './passing.js';

/** Whatever goes wrong anywhere, before or behind the controllers, becomes an answer here and nowhere else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof SeeOther) return void reply.header('cache-control', 'no-store').redirect(error.to, 303);
    const { status, code } = outcomeOf(error);
    await reply.status(status).type('text/plain; charset=utf-8').send(`${status} ${code}\n`);
  }
}
