import { createHash } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { Conflict, Forbidden, NotFound } from '../errors/errors.js';
import { Submissions } from '../submissions/submissions.js';
import { Threads } from '../threads/threads.js';
import type { VisibleThread } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';
import { type PostPath, postPath } from './path-parts.js';
import { Sending } from './sending.js';
import { sentEdit, type SentEdit } from './sent-fields.js';
import { WritingPages } from './writing-pages.js';

/**
 * An edit names the version that it was made from, so its content is its key: the same edit sent twice is one, and a
 * tool that knows no keys may send it.
 */
export function keyOfEdit(...content: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** A member's own posts, changed by another submission: the form, its preview, the sending. */
@Controller('thread/:id/posts/:number/edits')
export class EditsController {
  constructor(
    private readonly threads: Threads, private readonly submissions: Submissions, private readonly drawn: WritingPages,
    private readonly sending: Sending, private readonly pages: Pages,
  ) {}

  @Get('new')
  @ForMembers()
  async show(@PathParts(postPath) { id, number }: PostPath, @Asked() asking: Asking): Promise<void> {
    const thread = await this.thread(asking.visitor, id);
    const post = await this.submissions.edited(asking.visitor, { thread: id, number });
    if (post === null) throw new NotFound();
    if (!post.own) throw new Forbidden('not-yours');
    if (post.gone) throw new Conflict('already-gone');
    const written = { title: post.title ?? '', text: post.text, name: '', email: '', key: null };
    await this.drawn.form(asking, { kind: 'edit', thread, number, version: post.change }, { written, errors: null });
  }

  @Post()
  @ForMembers()
  async create(@PathParts(postPath) { id, number }: PostPath, @Fields(sentEdit) { version, ...sent }: SentEdit, @Asked() asking: Asking): Promise<void> {
    const thread = await this.thread(asking.visitor, id);
    const language = this.pages.writtenIn(asking.request);
    const key = sent.key === '' ? keyOfEdit(id, number, version, sent.title ?? '', sent.text) : sent.key;
    await this.sending.answer(asking, { kind: 'edit', thread, number, version }, { ...sent, key }, language);
  }

  private async thread(visitor: Visitor, id: number): Promise<VisibleThread> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    if (thread === null) throw new NotFound();
    return thread;
  }
}
