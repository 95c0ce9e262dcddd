import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { threadAddress } from '../../../client/kit/address.js';
import { Post } from '../../../client/kit/post.js';
import { fillSlots } from '../../../client/kit/slots.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import type { VisiblePost, VisibleThread } from '../../threads/visible.js';
import { type Answer, fragment } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { htmlOf } from '../kit/html-of.js';
import { EncodedPage } from '../kit/page-cache/encoded-page.js';
import type { Drawn } from '../kit/page-cache/kept-pages.js';
import { PageCache } from '../kit/page-cache/page-cache.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { ThreadSlots } from './thread-slots.js';

export interface AskedSince {
  thread: number;
  after: number;
  changes: number | undefined;
}

/** What happened since, as everybody of one audience and language reads it. */
class Since {
  /** Filled for a guest at the first question, and then the same bytes for all of them. */
  guests: EncodedPage | null = null;

  constructor(
    readonly thread: VisibleThread,
    /** Without their texts, which the slots do not look at. */
    readonly posts: readonly VisiblePost[],
    readonly html: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

/**
 * What open pages ask for after a cut. All of them ask at the same moment and most of them the same, so one reading
 * and one drawing is shared by all who do, and kept until the thread changes.
 */
@Injectable()
export class Sinces {
  constructor(
    private readonly threads: Threads,
    private readonly slots: ThreadSlots,
    private readonly cache: PageCache,
  ) {}

  async answer(asking: Asking, asked: AskedSince): Promise<Answer> {
    const { visitor, ui, now } = asking;
    const key = [visitor.audience, ui.language, asked.thread, asked.after, asked.changes].join(' ');
    const since = (await this.cache.forCatchingUp.getOrDraw(key, now, () => this.draw(asking, asked))) as Since;
    if (since.guests !== null && visitor.isGuest) return this.forGuests(asking, since, since.guests);
    const slots = await this.slots.actsOf(since.thread, since.posts)(asking);
    const html = fillSlots(since.html, slots);
    if (!visitor.isGuest) return fragment(html, { headers: since.headers });
    since.guests = EncodedPage.plain(Buffer.from(html), since.headers['link'] ?? '');
    return this.forGuests(asking, since, since.guests);
  }

  private forGuests({ request }: Asking, { headers }: Since, page: EncodedPage): Answer {
    const answer = page.answer(request, false);
    const { link, ...others } = answer.headers;
    return { ...answer, headers: { ...others, ...(link === '' ? {} : { link: link ?? '' }), ...headers } };
  }

  private async draw({ visitor, ui }: Asking, { thread: id, after, changes }: AskedSince): Promise<Drawn<Since>> {
    const reader = this.threads.for(visitor.audience);
    const thread = await reader.thread(id);
    if (thread === null) throw new NotFound();
    const kept = { tags: [tagOf.thread(id), tagOf.thread(thread.id)], keep: true };
    // The thread was merged since, and the numbers that the open page knows are no longer valid: it is told where to
    // go.
    if (thread.id !== id) {
      const value = new Since(thread, [], '', { 'palabre-moved': threadAddress(thread) });
      return { ...kept, value, bytes: 0, freshUntil: null };
    }
    const since = await reader.since(thread, after, changes ?? thread.changes);
    const html = since.posts.map((post) => htmlOf(h(Post, { ui, post }))).join('\n');
    const link = `</thread/${id}/posts?after=${since.after}&changes=${since.changes}>; rel="next"`;
    const headers = { ...(since.more ? { link } : {}), 'palabre-changes': String(since.changes) };
    const posts = since.posts.map((post) => ({ ...post, html: '' }));
    const value = new Since(thread, posts, html, headers);
    // Twice as characters, and three times as bytes once a guest has asked.
    return { ...kept, value, bytes: html.length * 5, freshUntil: ui.dates.freshUntil };
  }
}
