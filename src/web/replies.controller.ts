import { Controller, Get, Post } from '@nestjs/common';
import { nameOf } from '../../client/parts/author.js';
import { NOTHING_WRITTEN } from '../../client/parts/written.js';
import { Conflict, Forbidden, NotFound } from '../errors/errors.js';
import { quote } from '../markup/quote.js';
import { refusal } from '../screening/screen.js';
import { QuotablePosts } from '../threads/quotable-posts.js';
import { Threads } from '../threads/threads.js';
import type { VisibleThread } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { Moved } from './passing.js';
import { replyQuery, type ReplyQuery, threadPath, type ThreadPath } from './path-parts.js';
import { Sending } from './sending.js';
import { sentReply, type SentReply } from './sent-fields.js';
import { WritingPages } from './writing-pages.js';

/** Replies to a thread: the form with what is quoted, its preview, the sending. */
@Controller('thread/:id/replies')
export class RepliesController {
  constructor(
    private readonly threads: Threads, private readonly posts: QuotablePosts, private readonly drawn: WritingPages,
    private readonly sending: Sending, private readonly pages: Pages,
  ) {}

  /** `quote` puts a post into the form, `to` names the one that is answered; a quoted post is answered. */
  @Get('new')
  @ForEveryone()
  async show(@PathParts(threadPath) { id }: ThreadPath, @QueryParts(replyQuery) asked: ReplyQuery, @Asked() asking: Asking): Promise<void> {
    const { visitor, request } = asking;
    const answered = asked.to ?? asked.quote ?? null;
    const { thread, number } = await this.place(visitor, id, answered);
    if (thread.id !== id || number !== answered) throw new Moved(`/thread/${thread.id}/replies/new${number === null ? '' : `?${asked.quote === undefined ? 'to' : 'quote'}=${number}`}`);
    const ui = this.pages.ui(visitor, request);
    const { category, article, lastPostAt, locked, retired } = thread;
    const refused = refusal({ visitor, kind: 'reply', category, article, lastPostAt, locked, now: ui.dates.now });
    if (refused !== null) throw new Forbidden(refused);
    if (retired) throw new Conflict('thread-gone');
    const quoted = asked.quote === undefined ? null : await this.posts.one(visitor.audience, id, asked.quote);
    const text = quoted === null ? '' : quote(quoted.source, { name: nameOf(ui, { name: quoted.author }), thread: id, number: quoted.number });
    const replyTo = asked.to ?? quoted?.number ?? null;
    await this.drawn.form(asking, { kind: 'reply', thread, replyTo }, { written: { ...NOTHING_WRITTEN, text }, errors: null });
  }

  @Post()
  @ForEveryone()
  async create(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentReply) { replyTo, ...sent }: SentReply, @Asked() asking: Asking): Promise<void> {
    const { thread, number } = await this.place(asking.visitor, id, replyTo);
    const language = this.pages.writtenIn(asking.request);
    await this.sending.answer(asking, { kind: 'reply', thread, replyTo: number }, sent, language);
  }

  /** Where the thread and the post that is answered stand by now: a page may be open since before they were moved. */
  private async place(visitor: Visitor, id: number, answered: number | null): Promise<{ thread: VisibleThread; number: number | null }> {
    const reader = this.threads.for(visitor.audience);
    const at = answered === null ? null : await reader.place(id, answered);
    const thread = at?.thread ?? (await reader.thread(id));
    if (thread === null) throw new NotFound();
    return { thread, number: at?.number ?? (thread.id === id ? answered : null) };
  }
}
