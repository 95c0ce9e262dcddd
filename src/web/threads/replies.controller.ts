import { Controller, Get, Post } from '@nestjs/common';
import { writingAddress } from '../../../client/kit/address.js';
import { NOTHING_WRITTEN } from '../../../client/kit/written.js';
import { Conflict, Forbidden, NotFound } from '../../errors/errors.js';
import { KeptThreads } from '../../threads/kept-threads.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleThread } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Moved } from '../kit/passing.js';
import { replyQuery, type ReplyQuery, threadPath, type ThreadPath } from '../kit/path-parts.js';
import { Sending } from '../writing/sending.js';
import { sentReply, type SentReply } from '../writing/sent-fields.js';
import { refusedAnswer } from '../writing/may-answer.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';
import { QuotedText } from './quoted-text.js';

/** Replies to a thread: the form with what is quoted, its preview, the sending. */
@Controller('thread/:id/replies')
export class RepliesController {
  constructor(
    private readonly threads: Threads,
    private readonly kept: KeptThreads,
    private readonly quoted: QuotedText,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
  ) {}

  /**
   * `quote` puts a post into the form, `document` and `page` what stands on a page of one; `to` names the post that is
   * answered, and a quoted post is answered.
   */
  @Get('new')
  @ForEveryone()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(replyQuery) asked: ReplyQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui } = asking;
    const answered = asked.to ?? asked.quote ?? null;
    const { thread, number } = await this.place(visitor, id, answered);
    if (thread.id !== id || number !== answered) {
      const post = asked.quote === undefined ? { to: number } : { to: null, quote: number };
      throw new Moved(writingAddress(thread, { ...asked, ...post }));
    }
    const refused = refusedAnswer(visitor, thread, ui.dates.now);
    if (refused !== null) throw new Forbidden(refused);
    if (thread.retired) throw new Conflict('thread-gone');
    const { text, of } = await this.quoted.text(asking, id, asked);
    return this.drawn.form(
      asking,
      { kind: 'reply', thread, replyTo: asked.to ?? of, question: asked.sort === 'question' },
      { written: { ...NOTHING_WRITTEN, text }, errors: null },
    );
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentReply) { replyTo, sort, ...sent }: SentReply,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor } = asking;
    const known = replyTo === null ? await this.kept.of(visitor.audience, id) : null;
    const { thread, number } =
      known === null ? await this.place(visitor, id, replyTo) : { thread: known, number: null };
    const target = { kind: 'reply' as const, thread, replyTo: number, question: sort === 'question' };
    return this.sending.submit(asking, this.drawn.presented(asking, target, sent));
  }

  /** Where the thread and the post that is answered stand by now: a page may be open since before they were moved. */
  private async place(
    visitor: Visitor,
    id: number,
    answered: number | null,
  ): Promise<{ thread: VisibleThread; number: number | null }> {
    const reader = this.threads.for(visitor.audience);
    const at = answered === null ? null : await reader.place(id, answered);
    const thread = at?.thread ?? (await reader.thread(id));
    if (thread === null) throw new NotFound();
    return { thread, number: at?.number ?? (thread.id === id ? answered : null) };
  }
}
