import { createHash } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { postAddress } from '../../client/parts/address.js';
import { Conflict, Forbidden, NotFound } from '../errors/errors.js';
import { Submissions } from '../submissions/submissions.js';
import { Threads } from '../threads/threads.js';
import type { VisibleThread } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';
import { Moved } from './passing.js';
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

const NONE = -1;

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
    const { thread, moved } = await this.place(asking.visitor, id, number);
    if (moved !== null) throw new Moved(`${moved}/edits/new`);
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
    const { thread, number: here, moved } = await this.place(asking.visitor, id, number);
    const language = this.pages.writtenIn(asking.request);
    const key = sent.key === '' ? keyOfEdit(id, number, version, sent.title ?? '', sent.text) : sent.key;
    // What was read before it was moved has to be read again there: no version is that one.
    const place = { kind: 'edit' as const, thread, number: here, version: moved === null ? version : NONE };
    await this.sending.answer(asking, place, { ...sent, key }, language);
  }

  /** Where the post stands by now; `moved` is its address there when that is another one. */
  private async place(visitor: Visitor, id: number, number: number): Promise<{ thread: VisibleThread; number: number; moved: string | null }> {
    const at = await this.threads.for(visitor.audience).place(id, number);
    if (at === null) throw new NotFound();
    const stayed = at.thread.id === id && at.number === number;
    return { ...at, moved: stayed ? null : postAddress(at.thread.id, at.number) };
  }
}
