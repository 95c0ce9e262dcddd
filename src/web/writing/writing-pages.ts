import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import type { Writer, Written } from '../../../client/kit/written.js';
import { PreviewPage } from '../../../client/writing/preview-page.js';
import { propertiesOf } from '../../submissions/kind.js';
import { kindOf } from '../../submissions/kinds.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import { Submissions } from '../../submissions/submissions.js';
import type { HeldFile } from '../../submissions/documents/held-file.js';
import type { Facts } from '../../submissions/thread-facts/facts.js';
import { QuotablePosts } from '../../threads/quotable-posts.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { orAgain } from '../kit/or-again.js';
import { writerOf } from '../kit/writer-of.js';
import { AlreadyThere } from './already-there.js';
import { type SeenTarget, writingOf } from './kinds.js';
import type { Sent } from './sending.js';
import { seriesIn } from './series-preview.js';
import type { SentForm } from './sent-fields.js';
import { whereTo } from './where-to.js';
import type { Filled } from './writing-kind.js';

function writerFor(visitor: Visitor, ui: Ui, target: SeenTarget): Writer {
  const { category, article, opens, proposes = false } = writingOf(target).preview(ui, target);
  const screened = proposes ? 'proposal' : kindOf(target).screenedAs;
  const writer = writerOf(visitor, screened, category, article, opens);
  return proposes ? { ...writer, attaches: false } : writer;
}

/** The pages on which people write: each with its form filled, and what they answer when it is sent. */
@Injectable()
export class WritingPages {
  constructor(
    private readonly posts: QuotablePosts,
    private readonly own: OwnSubmissions,
    private readonly submissions: Submissions,
    private readonly delay: UsualDelay,
    private readonly there: AlreadyThere,
  ) {}

  form({ ui, visitor }: Asking, target: SeenTarget, filled: Filled): Promise<Answer> {
    const { posts, own, submissions, delay } = this;
    const { cases } = this.there;
    const writing = { ui, visitor, writer: writerFor(visitor, ui, target), posts, own, submissions, delay, cases };
    return writingOf(target).form(writing, target, filled);
  }

  /**
   * Without a key nothing is stored: the preview gives one, because a page that is kept for everyone can carry
   * nobody's.
   */
  presented(asking: Asking, target: SeenTarget, form: SentForm): Sent {
    const { visitor, writtenIn: language } = asking;
    const { title, text, name, email, as, facts, documents } = form;
    const changed = writingOf(target).changes?.(target) ?? null;
    // A form that takes no files has no fields for them, in its preview either.
    const held = async (): Promise<HeldFile[] | undefined> =>
      documents && this.submissions.held(visitor, documents, changed);
    const previews = form.action === 'preview' || form.key === '';
    const key = previews ? randomBytes(18).toString('base64url') : form.key;
    const written = { title: title ?? '', text, name, email, key: null, facts };
    return {
      visitor,
      draft: writingOf(target).draft(target, { title, text, facts, documents, name, email, key, language }),
      action: form.comesBack === true ? 'again' : previews ? 'preview' : 'send',
      as,
      presenter: {
        again: async () =>
          this.form(asking, target, { written: { ...written, documents: await held() }, errors: null }),
        previewed: async ({ html, heldFor, facts: read, ...words }) =>
          this.preview(
            asking,
            target,
            { ...words, title: words.title ?? '', key, facts, documents: await held() },
            { html, held: heldFor.length > 0, facts: read },
          ),
        submitted: (submitted) => seeOther(whereTo(visitor, target, submitted)),
        orAgain: (work) =>
          orAgain(work, async (errors) =>
            this.form(asking, target, {
              written: { ...written, documents: await held() },
              errors: { ...errors, files: asking.request.refusedFiles ?? [] },
            }),
          ),
      },
    };
  }

  /** `written` carries the key that this preview gives. */
  private async preview(
    { visitor, ui }: Asking,
    target: SeenTarget,
    { title, text, name, email, key, facts: typed, documents }: Written & { key: string },
    { html, held, facts }: { html: string; held: boolean; facts: Facts | null },
  ): Promise<Answer> {
    const to = writingOf(target).preview(ui, target);
    const written = { title, text, name, email, key, facts: typed, documents };
    const similar = propertiesOf(target.kind).opensThread ? await this.there.threads(visitor.audience, title) : [];
    const usualDelay = await this.delay.get();
    const { cases } = this.there;
    const beside = (await writingOf(target).beside?.({ ui, visitor, cases }, facts)) ?? null;
    return page(
      h(PreviewPage, {
        ui,
        to,
        writer: writerFor(visitor, ui, target),
        written,
        html,
        facts,
        series: seriesIn(typed, facts),
        beside,
        held,
        similar,
        errors: null,
        usualDelay,
      }),
    );
  }
}
