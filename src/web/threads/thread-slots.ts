import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { Notice } from '../../../client/kit/notice.js';
import { FreshLine } from '../../../client/threads/thread-page.js';
import { ReplyForm, WritingClosed } from '../../../client/writing/reply-form.js';
import { SectionClosed } from '../../../client/writing/section-closed.js';
import { WaitingPost } from '../../../client/writing/waiting-post.js';
import { propertiesOf } from '../../submissions/kind.js';
import type { FollowedSubmission } from '../../submissions/followed.js';
import { WaitingInThreads } from '../../submissions/waiting-in-threads.js';
import { orderOf } from '../../threads/audience-threads.js';
import { policyWhileItRuns } from '../../screening/while-it-runs.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import { Unread } from '../../threads/unread.js';
import type { VisiblePost, VisibleThread } from '../../threads/visible.js';
import type { Asker, Slots } from '../kit/page-cache/drawing.js';
import { type Fragment, wholeWords } from '../kit/page-cache/template.js';
import { htmlOf } from '../kit/html-of.js';
import { sentQuery } from '../kit/path-parts.js';
import { writerOf } from '../kit/writer-of.js';
import { refusedAnswer } from '../writing/may-answer.js';
import { KeptForm } from './kept-form.js';
import { PostActs } from './post-acts.js';
import { TeamSlots } from './team-slots.js';

/** A link that somebody keeps or passes on says nothing after this. */
const WHILE = 10 * 60_000;

/** What a thread's page says to one person: their waiting posts, what they may do with each post, where they write. */
@Injectable()
export class ThreadSlots {
  constructor(
    private readonly waiting: WaitingInThreads,
    private readonly acts: PostActs,
    private readonly unread: Unread,
    private readonly delay: UsualDelay,
    private readonly team: TeamSlots,
  ) {}

  /** For a whole page; `last` when it is the thread's last one, below which its author's waiting posts are shown. */
  of(thread: VisibleThread, posts: readonly VisiblePost[], last: boolean): Slots {
    const known = posts.map(withoutText);
    const form = new KeptForm(thread);
    return async (asker) => {
      const [waiting, team, fresh] = await Promise.all([
        this.waiting.of(thread.id, asker.visitor),
        this.team.of(thread, asker),
        this.markRead(thread, known, asker),
      ]);
      return {
        ...team,
        ...fresh,
        ...this.acts.of(thread, known, waiting, asker),
        ...published(known, asker),
        ...(last ? { mine: this.mine(waiting, asker) } : {}),
        writing: await this.writing(thread, form, asker),
      };
    };
  }

  /** For some posts alone, as a live page asks for them. */
  actsOf(
    thread: VisibleThread,
    posts: readonly VisiblePost[],
  ): (asker: Asker) => Promise<Readonly<Record<string, string>>> {
    return async (asker) => {
      const acts = this.acts.of(thread, posts, await this.waiting.of(thread.id, asker.visitor), asker);
      return Object.fromEntries(Object.entries(acts).map(([slot, words]) => [slot, wholeWords(words)]));
    };
  }

  /**
   * Says where the unread posts begin, and then takes them for read. A request for the headers alone, or a prefetch by
   * the browser, does not count as reading.
   */
  private async markRead(
    thread: VisibleThread,
    posts: readonly VisiblePost[],
    { visitor, request, ui }: Asker,
  ): Promise<Record<string, string>> {
    if (visitor.member === null) return {};
    // In branches the last one on the page is not the last that was published.
    const reached = Math.max(0, ...posts.map(({ number }) => number));
    if (this.unread.hasReached(visitor.member.id, thread.id, reached)) return {};
    const unread = (await this.unread.of(visitor.member.id, [thread])).get(thread.id);
    if (unread === undefined) return {};
    const purpose = request.headers['sec-purpose'] ?? '';
    if (request.method === 'GET' && !purpose.includes('prefetch') && reached >= unread.first)
      await this.unread.reached(visitor.member.id, thread.id, reached);
    // In branches new posts are everywhere on the page, and where nothing was read before all are new: then no line is
    // drawn.
    const isLine = orderOf(thread) === 'numbers' && unread.first > 1;
    return isLine ? { [`fresh-${unread.first}`]: htmlOf(h(FreshLine, { ui })) } : {};
  }

  private mine(waiting: readonly FollowedSubmission[], { ui }: Asker): string {
    return waiting
      .filter(({ kind, status }) => propertiesOf(kind).becomesPost && status === 'waiting')
      .map((submission) => htmlOf(h(WaitingPost, { ui, submission })))
      .join('');
  }

  private async writing(thread: VisibleThread, form: KeptForm, { visitor, ui }: Asker): Promise<Fragment> {
    const { article } = thread;
    const refused = refusedAnswer(visitor, thread, ui.dates.now);
    if (thread.retired) return htmlOf(h(WritingClosed, { ui, why: 'closed' }));
    if (refused !== null && article !== null) return htmlOf(h(SectionClosed, { ui, article, why: refused }));
    if (refused !== null) {
      const why =
        refused === 'guests-may-not-write'
          ? 'members-only'
          : refused === 'thread-closed'
            ? 'quiet'
            : refused === 'thread-locked'
              ? 'locked'
              : 'closed';
      return htmlOf(h(WritingClosed, { ui, why }));
    }
    const category = policyWhileItRuns(thread.category, thread.during, ui.dates.now);
    const writer = writerOf(visitor, 'reply', category, article);
    if (article === null) return form.html(ui, writer);
    return htmlOf(h(ReplyForm, { ui, thread, writer, usualDelay: await this.delay.get() }));
  }
}

/** Said once to whoever has just sent what everyone sees now, above it: that is where they are led. */
function published(posts: readonly VisiblePost[], { visitor, request, ui }: Asker): Record<string, string> {
  if (!request.url.includes('?')) return {};
  const { sent } = sentQuery.parse(request.query);
  const post = posts.find(({ number, gone }) => number === sent && gone === null);
  if (post === undefined || !visitor.wrote(post)) return {};
  const { edited, first } = ui.t.write.appeared;
  const at = post.editedAt ?? post.publishedAt;
  if (ui.dates.now.getTime() - at.getTime() > WHILE) return {};
  return { [`fresh-${post.number}`]: htmlOf(h(Notice, { words: post.editedAt === null ? first : edited })) };
}

/** The texts are on the page already; what is kept beside it must not weigh as much again. */
function withoutText(post: VisiblePost): VisiblePost {
  return { ...post, html: '' };
}
