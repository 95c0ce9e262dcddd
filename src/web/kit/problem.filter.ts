import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { ErrorPage } from '../../../client/kit/error-page.js';
import { SetUpPendingPage } from '../../../client/kit/set-up-pending-page.js';
import { Visitor } from '../../visitors/visitor.js';
import { type Answer, json, moved, page, seeOther } from './answer.js';
import { answerWith } from './answer-with.js';
import { wantsJson } from './request.js';
import { Absences } from './absences.js';
import { Doorkeeper } from './doorkeeper.js';
import { ErrorLog } from '../../errors/error-log.js';
import { FEED } from './forms.js';
import { Limits } from './limits.js';
import { keptText } from './kept-text.js';
import { type Outcome, outcomeOf, retryAfter } from './outcome.js';
import { Pages } from './pages.js';
import { readRefused } from './read-multipart.js';
import { wayBack } from './way-back.js';
import { Moved, NotSetUp, SeeOther } from './passing.js';

/** Whatever goes wrong anywhere, before or behind the controllers, becomes an answer here and nowhere else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new ErrorLog(new Logger('Palabre'));
  private readonly absences = new Absences();

  constructor(
    private readonly pages: Pages,
    private readonly doorkeeper: Doorkeeper,
    private readonly limits: Limits,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const [request, reply] = [
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    ];
    if (reply.sent) return;
    const counted = request.routeOptions.url === undefined ? await this.countedAnyway(error, request) : error;
    await reply.send(answerWith(reply, await this.pages.whole(await this.answer(counted, request), request)));
  }

  /** An address that is none of ours reaches no guard, and its page is drawn like any other. */
  private async countedAnyway(error: unknown, request: FastifyRequest): Promise<unknown> {
    return this.limits.take('read', request).then(
      () => error,
      (tooMany: unknown) => tooMany,
    );
  }

  private async answer(error: unknown, request: FastifyRequest): Promise<Answer> {
    if (error instanceof SeeOther) return seeOther(error.to);
    if (error instanceof Moved) return moved(error.to);
    const outcome = outcomeOf(error);
    // A request whose connection broke before it had arrived completely is not logged: a train in a tunnel is no
    // mistake of ours.
    const isCut = request.raw.destroyed && !request.raw.complete;
    if (outcome.status >= 500 && !isCut && !(error instanceof NotSetUp))
      this.note(error, request, outcome.code === 'away');
    const headers = retryAfter(outcome);
    if (wantsJson(request)) {
      const { status, code, detail, fields } = outcome;
      return json({ error: code, detail, ...(fields && { fields }) }, { status, headers });
    }
    return this.page(error, outcome, request, headers);
  }

  private async page(
    error: unknown,
    outcome: Outcome,
    request: FastifyRequest,
    headers: Record<string, string>,
  ): Promise<Answer> {
    // An error page must come out even when the database is what failed, and at once: then it asks nothing more.
    const isAway = outcome.code === 'away';
    if (isAway) this.doorkeeper.recognize(request);
    else await this.doorkeeper.greet(request).catch(() => undefined);
    request.visitor ??= Visitor.guest();
    // The page says nothing of the address, not even in its links: for a hidden thing and a missing one the answer is
    // the same bytes.
    const ui = { ...this.pages.ui(request.visitor, request), path: '/' };
    if (error instanceof NotSetUp)
      return page(h(SetUpPendingPage, { ui }), {
        status: request.routeOptions.url === '/' ? 200 : 503,
        headers: { ...headers, 'cache-control': 'no-store' },
      });
    const { status, detail, fields } = outcome;
    const code = status === 413 && request.routeOptions?.url === FEED ? 'feed-too-long' : outcome.code;
    await readRefused(request);
    const text = keptText(request, status >= 500);
    const { isGuest } = request.visitor;
    return page(h(ErrorPage, { ui, status, code, detail, fields, text, isGuest, ...wayBack(outcome, request) }), {
      status,
      headers,
      counted: !isAway,
    });
  }

  /**
   * What failed and where, once an interval with how often, but nothing of what was sent: the messages of database
   * errors repeat values, so only the kind, the code and the places in our own program are written.
   */
  private note(error: unknown, request: FastifyRequest, isAway: boolean): void {
    const { name, stack = '' } = error instanceof Error ? error : { name: 'thrown' };
    const code =
      typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
        ? ` ${error.code}`
        : '';
    if (isAway) return this.absences.note(`${name}${code}`);
    const places = stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n');
    this.log.note(`${request.method} ${request.routeOptions?.url ?? '(no route)'}: ${name}${code}\n${places}`);
  }
}
