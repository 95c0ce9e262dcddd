import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ReportedPage, ReportPage, type ReportPageProps } from '../../../client/threads/report-page.js';
import { Reports } from '../../desk/reports/reports.js';
import { Conflict, Forbidden, NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import type { VisiblePost, VisibleThread } from '../../threads/visible.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type PostPath, postPath } from '../kit/path-parts.js';

const typed = z.string().default('');

/** Of which file it is, from the page of that file. */
const query = z.object({ document: z.string().max(60).default('') });

const sentReport = z.strictObject({ reason: typed, remark: typed, document: typed, key: typed });

type SentReport = z.infer<typeof sentReport>;

type Back = Pick<ReportPageProps, 'written' | 'errors'>;

const headers = { 'cache-control': 'no-store' };

/** Any reader says that a published post is a problem. */
@Controller('thread/:id/posts/:number/report')
export class ReportsController {
  constructor(
    private readonly threads: Threads,
    private readonly reports: Reports,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @PathParts(postPath) path: PostPath,
    @QueryParts(query) { document }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.draw(asking, path, { written: { reason: '', remark: '', document }, errors: null });
  }

  @Post()
  @ForEveryone()
  create(
    @PathParts(postPath) path: PostPath,
    @Fields(sentReport) sent: SentReport,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.report(asking, path, sent),
      (errors) => this.draw(asking, path, { written: sent, errors }),
    );
  }

  private async report(asking: Asking, path: PostPath, sent: SentReport): Promise<Answer> {
    const { visitor, request, ui, now } = asking;
    await this.limits.take('send', request);
    // The present place of the post: a report is not lost when the post was moved meanwhile.
    const { thread, post } = await this.place(asking, path);
    await this.reports.report(visitor, { thread: thread.id, number: post.number, ...sent }, now);
    const after = await this.place(asking, path);
    return page(h(ReportedPage, { ui, thread: after.thread, number: after.post.number }), { headers });
  }

  private async draw(asking: Asking, path: PostPath, back: Back): Promise<Answer> {
    const { thread, post } = await this.place(asking, path);
    if (post.gone !== null) throw new Conflict('already-gone');
    if (asking.visitor.wrote(post)) throw new Forbidden('own-post');
    const { author, html, number, documents } = post;
    const formKey = randomBytes(18).toString('base64url');
    return page(h(ReportPage, { ui: asking.ui, thread, number, author, html, documents, formKey, ...back }), {
      headers,
    });
  }

  private async place(
    { visitor }: Asking,
    { id, number }: PostPath,
  ): Promise<{ thread: VisibleThread; post: VisiblePost }> {
    const reader = this.threads.for(visitor.audience);
    const at = await reader.place(id, number);
    const post = at === null ? null : await reader.post(at.thread.id, at.number);
    if (at === null || post === null) throw new NotFound();
    return { thread: at.thread, post };
  }
}
