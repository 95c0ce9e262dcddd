import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { ErrorPage } from '../../client/pages/error-page.js';
import { SetUpPendingPage } from '../../client/pages/set-up-pending-page.js';
import { Visitor } from '../visitors/visitor.js';
import { wantsJson } from './asked.js';
import { Doorkeeper } from './doorkeeper.js';
import { FEED } from './forms.js';
import { keptText } from './kept-text.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { Pages } from './pages.js';
import { Moved, NotSetUp, SeeOther } from './passing.js';

/** Whatever goes wrong anywhere, before or behind the controllers, becomes an answer here and nowhere else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Palabre');

  constructor(private readonly pages: Pages, private readonly doorkeeper: Doorkeeper) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const [request, reply] = [host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>()];
    if (reply.sent) return;
    if (error instanceof SeeOther) return void reply.header('cache-control', 'no-store').redirect(error.to, 303);
    // Not for browsers to keep: a title that goes and comes back would send them round in circles.
    if (error instanceof Moved) return void reply.header('cache-control', 'no-store').redirect(error.to, 301);
    const outcome = outcomeOf(error);
    // A train in a tunnel is no fault of ours: what was cut off before it was whole is not written down.
    const isCut = request.raw.destroyed && !request.raw.complete;
    if (outcome.status >= 500 && !isCut && !(error instanceof NotSetUp)) this.note(error, request);
    if (outcome.status === 429) void reply.header('retry-after', String(outcome.detail['seconds'] ?? 60));
    if (outcome.status === 503) void reply.header('retry-after', '30');
    if (wantsJson(request)) {
      const { status, code, detail, fields } = outcome;
      return void reply.status(status).header('cache-control', 'no-store').send({ error: code, detail, ...(fields && { fields }) });
    }
    await this.page(error, outcome, request, reply);
  }

  private async page(error: unknown, outcome: Outcome, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    // An error page must come out even when the database is what failed: then it knows neither site nor visitor.
    await this.doorkeeper.greet(request).catch(() => undefined);
    request.visitor ??= Visitor.guest();
    // The page says nothing of the address, not even in its links: what is hidden and what is missing are the same bytes.
    const ui = { ...this.pages.ui(request.visitor, request), path: '/' };
    if (error instanceof NotSetUp)
      return this.pages.send(reply.header('cache-control', 'no-store'), h(SetUpPendingPage, { ui }), {
        status: request.routeOptions.url === '/' ? 200 : 503,
      });
    const { status, detail, fields } = outcome;
    const code = status === 413 && request.routeOptions?.url === FEED ? 'feed-too-long' : outcome.code;
    await this.pages.send(reply, h(ErrorPage, { ui, status, code, detail, fields, text: keptText(request) }), { status });
  }

  /**
   * What failed and where, but nothing of what was sent: the messages of database errors repeat values, so only the
   * kind, the code and the places in our own program are written.
   */
  private note(error: unknown, request: FastifyRequest): void {
    const { name, stack = '' } = error instanceof Error ? error : { name: 'thrown' };
    const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n');
    this.log.error(`${request.method} ${request.routeOptions?.url ?? '(no route)'}: ${name}${code}\n${places}`);
  }
}
