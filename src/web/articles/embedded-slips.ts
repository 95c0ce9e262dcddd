import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { SectionProblem } from '../../../client/articles/section-fragment.js';
import { BoxAgain, SectionPreview, SectionSent } from '../../../client/articles/section-slips.js';
import { Forbidden } from '../../errors/errors.js';
import type { Submitted } from '../../submissions/draft.js';
import type { Preview } from '../../submissions/submissions.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import { Visitor } from '../../visitors/visitor.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, json } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { htmlOf } from '../kit/html-of.js';
import { type Outcome, outcomeOf, retryAfter } from '../kit/outcome.js';
import { wordsOf } from '../kit/words-of.js';
import type { Sent } from '../writing/sending.js';
import type { SentComment } from '../writing/sent-fields.js';
import { type SectionPath, Sections } from './sections.js';

const GUEST = Visitor.guest();

/** A form of a page elsewhere, as its script has sent it. */
interface FromElsewhere {
  asking: Asking;
  path: SectionPath;
  sent: SentComment;
  /** The key that it came with, or a new one. */
  key: string;
}

/**
 * What a script on a page elsewhere is answered. Each answer carries `html`, the slip that takes the place of the box,
 * because that script holds no words: what was previewed, what was recorded, or the box again with what is wrong and
 * all that was typed.
 */
@Injectable()
export class EmbeddedSlips {
  constructor(
    private readonly sections: Sections,
    private readonly delay: UsualDelay,
    private readonly absolute: Absolute,
  ) {}

  presented(asking: Asking, path: SectionPath, sent: SentComment): Sent {
    // Pages elsewhere bring no files.
    const { action, as: _as, key: given, documents: _documents, comesBack: _comesBack, ...words } = sent;
    const key = given === '' ? randomBytes(18).toString('base64url') : given;
    const form = { asking, path, sent, key };
    return {
      visitor: GUEST,
      draft: { kind: 'comment', ...path, ...words, key, language: asking.writtenIn },
      action,
      presenter: {
        previewed: (preview) => this.previewed(form, preview),
        submitted: (submitted) => this.submitted(form, submitted),
        orAgain: (work) => this.orAgain(form, work),
      },
    };
  }

  private async previewed(form: FromElsewhere, { html, text, name, email }: Preview): Promise<Answer> {
    const box = await this.box({ ...form, sent: { ...form.sent, text, name, email } }, form.key);
    return json({ html: this.html(h(SectionPreview, { ...box, html })) });
  }

  private async submitted(form: FromElsewhere, { token, code, published }: Submitted): Promise<Answer> {
    const told = { follow: this.absolute.address(`/follow/${token}`), code, published: published !== null };
    const box = await this.box({ ...form, sent: { ...form.sent, text: '', replyTo: null } }, null);
    const html = this.html(h(SectionSent, { ...box, ...told }));
    return json({ ...told, words: box.ui.t.section.recorded, html }, { status: 201 });
  }

  private async orAgain(form: FromElsewhere, work: () => Promise<Answer>): Promise<Answer> {
    const listed = form.asking.request.embedding?.listed === true;
    try {
      if (!listed) throw new Forbidden('origin-unlisted');
      return await work();
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status >= 500) throw error;
      return this.again(form, outcome, listed ? await this.box(form, null).catch(() => null) : null);
    }
  }

  private again(
    { asking }: FromElsewhere,
    outcome: Outcome,
    box: Awaited<ReturnType<EmbeddedSlips['box']>> | null,
  ): Answer {
    const ui = asking.uiFor(GUEST);
    const { status, code, fields = {}, detail } = outcome;
    const named = Object.fromEntries(
      Object.keys(fields).map((name) => [name, wordsOf(ui, { ...outcome, fields: { [name]: fields[name] ?? '' } })]),
    );
    const errors = { fields, detail, ...(Object.keys(fields).length === 0 ? { problem: code } : {}) };
    const words = wordsOf(ui, outcome);
    const html =
      box === null ? this.html(h(SectionProblem, { ui, words })) : this.html(h(BoxAgain, { ...box, errors }));
    return json({ error: code, words, fields: named, html }, { status, headers: retryAfter(outcome) });
  }

  /** The guest's box, with what was typed. @throws what finding its section throws. */
  private async box({ asking, path, sent }: FromElsewhere, key: string | null) {
    const { article, hold, signed } = await this.sections.of(GUEST, path, sent);
    const { text, name, email, replyTo } = sent;
    const written = { title: '', text, name, email, key };
    const ui = asking.uiFor(GUEST);
    const writer = { kind: 'guest' as const, readFirst: hold !== 'nobody', attaches: false };
    return { ui, article, writer, written, errors: null, replyTo, signed, usualDelay: await this.delay.get() };
  }

  private html<P>(slip: VNode<P>): string {
    return this.absolute.html(htmlOf(slip));
  }
}
