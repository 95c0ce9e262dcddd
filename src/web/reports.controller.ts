import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { ReportedPage, ReportPage, type ReportPageProps } from '../../client/pages/report-page.js';
import { Clock } from '../clock/clock.js';
import { Reports } from '../desk/reports/reports.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import type { VisiblePost, VisibleThread } from '../threads/visible.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { type PostPath, postPath } from './path-parts.js';
import { sentReport, type SentReport } from './sent-fields.js';

type Back = Pick<ReportPageProps, 'written' | 'errors'> & { status?: number };

/** Any reader says that a published post is a problem. */
@Controller('thread/:id/posts/:number/report')
export class ReportsController {
  constructor(
    private readonly threads: Threads, private readonly reports: Reports, private readonly limits: Limits,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<void> {
    await this.limits.take('read', asking.request);
    await this.draw(asking, path, { written: null, errors: null });
  }

  @Post()
  @ForEveryone()
  async create(@PathParts(postPath) path: PostPath, @Fields(sentReport) sent: SentReport, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    try {
      await this.limits.take('send', request);
      // Where it stands by now: what its reader has to say of it is not lost when it was moved meanwhile.
      const { thread, post } = await this.place(asking, path);
      await this.reports.report(visitor, { thread: thread.id, number: post.number, ...sent }, this.clock.now());
    } catch (error) {
      const { status, errors, wait } = formProblem(error);
      if (wait !== null) void reply.header('retry-after', String(wait));
      return this.draw(asking, path, { written: sent, errors, status });
    }
    const { thread, post } = await this.place(asking, path);
    await this.pages.send(reply.header('cache-control', 'no-store'), h(ReportedPage, { ui: this.pages.ui(visitor, request), thread, number: post.number }));
  }

  private async draw(asking: Asking, path: PostPath, { written, errors, status = 200 }: Back): Promise<void> {
    const { visitor, request, reply } = asking;
    const { thread, post } = await this.place(asking, path);
    if (post.gone !== null) throw new Conflict('already-gone');
    const { author, html, number } = post;
    const key = randomBytes(18).toString('base64url');
    const page = h(ReportPage, { ui: this.pages.ui(visitor, request), thread, number, author, html, formKey: key, written, errors });
    await this.pages.send(reply.header('cache-control', 'no-store'), page, { status });
  }

  private async place({ visitor }: Asking, { id, number }: PostPath): Promise<{ thread: VisibleThread; post: VisiblePost }> {
    const reader = this.threads.for(visitor.audience);
    const at = await reader.place(id, number);
    const post = at === null ? null : await reader.post(at.thread.id, at.number);
    if (at === null || post === null) throw new NotFound();
    return { thread: at.thread, post };
  }
}
