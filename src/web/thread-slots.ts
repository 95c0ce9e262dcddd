import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { ReplyForm, WritingClosed } from '../../client/parts/reply-form.js';
import { SectionClosed } from '../../client/parts/section-box.js';
import { WaitingPost } from '../../client/parts/waiting-post.js';
import type { Writer } from '../../client/parts/written.js';
import { refusal } from '../screening/screen.js';
import type { FollowedSubmission } from '../submissions/followed.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { UsualDelay } from '../threads/usual-delay.js';
import { Unread } from '../threads/unread.js';
import type { VisiblePost, VisibleThread } from '../threads/visible.js';
import type { Asker, Slots } from './page-cache/drawing.js';
import { Pages } from './pages.js';
import { PostActs } from './post-acts.js';
import { TeamSlots } from './team-slots.js';

/** What a thread's page says to one person: their waiting posts, what they may do with each post, where they write. */
@Injectable()
export class ThreadSlots {
  constructor(
    private readonly own: OwnSubmissions,
    private readonly acts: PostActs,
    private readonly unread: Unread,
    private readonly delay: UsualDelay,
    private readonly team: TeamSlots,
    private readonly pages: Pages,
  ) {}

  /** For a whole page; `last` when it is the thread's last one, below which what waits is shown. */
  of(thread: VisibleThread, posts: readonly VisiblePost[], last: boolean): Slots {
    const known = posts.map(withoutText);
    // In branches the last one on the page is not the last that was published.
    const reached = Math.max(0, ...posts.map(({ number }) => number));
    return async (asker) => {
      const [waiting, team] = await Promise.all([
        this.own.waitingIn(thread.id, asker.visitor), this.team.of(thread, asker), this.markRead(thread, reached, asker),
      ]);
      return {
        ...team,
        ...this.acts.of(thread, known, waiting, asker),
        ...(last ? { mine: this.mine(waiting, asker) } : {}),
        writing: await this.writing(thread, asker),
      };
    };
  }

  /** For some posts alone, as a live page asks for them. */
  actsOf(thread: VisibleThread, posts: readonly VisiblePost[]): Slots {
    return async (asker) => this.acts.of(thread, posts, await this.own.waitingIn(thread.id, asker.visitor), asker);
  }

  /** Asking for the headers alone, or ahead of a visit that may never come, is no reading. */
  private async markRead(thread: VisibleThread, reached: number, { visitor, request }: Asker): Promise<void> {
    const purpose = request.headers['sec-purpose'] ?? '';
    if (visitor.member === null || request.method !== 'GET' || purpose.includes('prefetch')) return;
    await this.unread.reached(visitor.member.id, thread.id, reached);
  }

  private mine(waiting: readonly FollowedSubmission[], { ui }: Asker): string {
    return waiting
      .filter(({ kind, status }) => (kind === 'reply' || kind === 'comment') && status === 'waiting')
      .map((submission) => this.pages.fragment(h(WaitingPost, { ui, submission })))
      .join('');
  }

  private async writing(thread: VisibleThread, { visitor, ui }: Asker): Promise<string> {
    const { category, article, lastPostAt, locked } = thread;
    const refused = refusal({ visitor, kind: 'reply', category, article, lastPostAt, locked, now: ui.dates.now });
    if (thread.retired) return this.pages.fragment(h(WritingClosed, { ui, why: 'closed' }));
    if (refused !== null && article !== null) return this.pages.fragment(h(SectionClosed, { ui, article, why: refused }));
    if (refused !== null) {
      const why = refused === 'guests-may-not-write' ? 'members-only' : refused === 'thread-closed' ? 'quiet' : refused === 'thread-locked' ? 'locked' : 'closed';
      return this.pages.fragment(h(WritingClosed, { ui, why }));
    }
    const { member } = visitor;
    const writer: Writer = member === null ? { kind: 'guest' } : { kind: 'member', name: member.name, role: member.role };
    const usualDelay = article === null ? null : await this.delay.get();
    return this.pages.fragment(h(ReplyForm, { ui, thread, writer, usualDelay }));
  }
}

/** The texts are on the page already; what is kept beside it must not weigh as much again. */
function withoutText(post: VisiblePost): VisiblePost {
  return { ...post, html: '' };
}
