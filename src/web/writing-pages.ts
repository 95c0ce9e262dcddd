import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { EditPage } from '../../client/pages/edit-page.js';
import { NewThreadPage } from '../../client/pages/new-thread-page.js';
import { PreviewPage, type PreviewPlace } from '../../client/pages/preview-page.js';
import { ReplyPage } from '../../client/pages/reply-page.js';
import { SectionPage } from '../../client/pages/section-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import type { Writer, Written } from '../../client/parts/written.js';
import { policyOfArticle } from '../screening/article-policy.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { Submissions } from '../submissions/submissions.js';
import { QuotablePosts } from '../threads/quotable-posts.js';
import { UsualDelay } from '../threads/usual-delay.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Asking } from './asking.js';
import { Pages } from './pages.js';

/** What stands in the form, and what is wrong with it; nothing at first. */
export interface Filled {
  written: Written;
  errors: FormErrors | null;
  status?: number;
}

function writerOf({ member }: Visitor): Writer {
  return member === null ? { kind: 'guest' } : { kind: 'member', name: member.name, role: member.role };
}

/** Draws the pages on which people write, each with its form filled. */
@Injectable()
export class WritingPages {
  constructor(
    private readonly pages: Pages, private readonly posts: QuotablePosts, private readonly own: OwnSubmissions,
    private readonly submissions: Submissions, private readonly delay: UsualDelay,
  ) {}

  /** `written` carries the key that this preview gives. */
  async preview({ visitor, request, reply }: Asking, place: PreviewPlace, written: Written & { key: string }, html: string): Promise<void> {
    const ui = this.pages.ui(visitor, request);
    const usualDelay = await this.delay.get();
    await this.pages.send(reply, h(PreviewPage, { ui, place, writer: writerOf(visitor), written, html, errors: null, usualDelay }));
  }

  async form(asking: Asking, place: PreviewPlace, filled: Filled): Promise<void> {
    if (place.kind === 'thread') await this.newThread(asking, place, filled);
    else if (place.kind === 'reply') await this.answer(asking, place, filled);
    else if (place.kind === 'comment') await this.comment(asking, place, filled);
    else await this.edit(asking, place, filled);
  }

  private newThread({ visitor, request, reply }: Asking, { category }: PreviewPlace & { kind: 'thread' }, filled: Filled): Promise<void> {
    const { written, errors, status } = filled;
    const ui = this.pages.ui(visitor, request);
    return this.pages.send(reply, h(NewThreadPage, { ui, category, writer: writerOf(visitor), written, errors }), { status });
  }

  private async answer({ visitor, request, reply }: Asking, place: PreviewPlace & { kind: 'reply' }, filled: Filled): Promise<void> {
    const { written, errors, status } = filled;
    const { thread, replyTo } = place;
    const ui = this.pages.ui(visitor, request);
    const to = replyTo === null ? null : await this.posts.one(visitor.audience, thread.id, replyTo);
    await this.pages.send(reply, h(ReplyPage, { ui, thread, to, writer: writerOf(visitor), written, errors }), { status });
  }

  private async comment({ visitor, request, reply }: Asking, place: PreviewPlace & { kind: 'comment' }, { written, errors, status }: Filled): Promise<void> {
    const { category, article, thread, replyTo, signed } = place;
    const { hold } = policyOfArticle({ hold: category.hold, acceptedUntil: 0 }, article);
    const box = { hold, writer: writerOf(visitor), written, errors, refused: null };
    const usualDelay = await this.delay.get();
    const ui = this.pages.ui(visitor, request);
    await this.pages.send(reply, h(SectionPage, { ui, article, category, thread, box, replyTo, signed, usualDelay }), { status });
  }

  private async edit({ visitor, request, reply }: Asking, place: PreviewPlace & { kind: 'edit' }, filled: Filled): Promise<void> {
    const { written, errors, status } = filled;
    const { thread, number } = place;
    const ui = this.pages.ui(visitor, request);
    const standing = errors?.problem === 'changed-since' ? await this.submissions.edited(visitor, { thread: thread.id, number }) : null;
    // Whoever has now seen what is published may put their own words in its place.
    const version = standing?.change ?? place.version;
    const waiting = (await this.own.waitingIn(thread.id, visitor)).some((each) => each.kind === 'edit' && each.number === number);
    const page = h(EditPage, { ui, thread, number, version, writer: writerOf(visitor), written, errors, standing, waiting });
    await this.pages.send(reply, page, { status });
  }
}
