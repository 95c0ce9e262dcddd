import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { BoxAgain, SectionPreview, SectionSent } from '../../client/parts/section-slips.js';
import { SectionProblem } from '../../client/parts/section-fragment.js';
import type { Ui } from '../../client/ui.js';
import { Clock } from '../clock/clock.js';
import { Reception } from '../desk/reception.js';
import { Forbidden } from '../errors/errors.js';
import { Submissions } from '../submissions/submissions.js';
import { UsualDelay } from '../threads/usual-delay.js';
import { Visitor } from '../visitors/visitor.js';
import { Absolute } from './absolute.js';
import type { Asking } from './asking.js';
import { Limits } from './limits.js';
import { outcomeOf } from './outcome.js';
import { Pages } from './pages.js';
import { type SectionPath, Sections, type SeenSection } from './sections.js';
import type { SentComment } from './sent-fields.js';
import { wordsOf } from './words-of.js';

const GUEST = Visitor.guest();

/**
 * What a script on a page elsewhere sends. Each answer carries `html`, the slip that takes the place of the box, because
 * that script holds no words: what was previewed, what was recorded, or the box again with what is wrong and all that was typed.
 */
@Injectable()
export class EmbeddedSending {
  constructor(
    private readonly sections: Sections, private readonly submissions: Submissions, private readonly reception: Reception, private readonly delay: UsualDelay,
    private readonly pages: Pages, private readonly limits: Limits, private readonly absolute: Absolute, private readonly clock: Clock,
  ) {}

  async answer(path: SectionPath, sent: SentComment, { request, reply }: Asking): Promise<void> {
    const ui = this.pages.ui(GUEST, request);
    try {
      if (request.embedding?.listed !== true) throw new Forbidden('origin-unlisted');
      await this.limits.take(sent.action, request);
      const { action, as: _as, key: given, ...words } = sent;
      const key = given === '' ? randomBytes(18).toString('base64url') : given;
      const draft = { kind: 'comment' as const, ...path, ...words, key, language: this.pages.writtenIn(request) };
      if (action === 'preview') {
        const { html, text, name, email } = await this.submissions.preview(GUEST, draft, this.clock.now());
        const section = await this.sections.of(GUEST, path, sent);
        const box = await this.box(ui, section, { ...sent, text, name, email }, key);
        return void (await reply.status(200).send({ html: this.html(h(SectionPreview, { ...box, html })) }));
      }
      const { token, code, published } = await this.reception.receive(GUEST, draft, this.clock.now());
      const told = { follow: this.absolute.address(`/follow/${token}`), code, published: published !== null };
      const section = await this.sections.of(GUEST, path, sent);
      const box = await this.box(ui, section, { ...sent, text: '', replyTo: null }, null);
      const slip = h(SectionSent, { ...box, ...told });
      await reply.status(201).send({ ...told, words: ui.t.section.recorded, html: this.html(slip) });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status >= 500) throw error;
      const { status, code, fields = {}, detail } = outcome;
      if (status === 429) void reply.header('retry-after', String(detail['seconds'] ?? 60));
      const named = Object.fromEntries(Object.keys(fields).map((name) => [name, wordsOf(ui, { ...outcome, fields: { [name]: fields[name] ?? '' } })]));
      const section = request.embedding?.listed === true ? await this.sections.of(GUEST, path, sent).catch(() => null) : null;
      const errors = { fields, detail, ...(Object.keys(fields).length === 0 ? { problem: code } : {}) };
      const html = section === null
        ? this.html(h(SectionProblem, { ui, words: wordsOf(ui, outcome) }))
        : this.html(h(BoxAgain, { ...(await this.box(ui, section, sent, null)), errors }));
      await reply.status(status).send({ error: code, words: wordsOf(ui, outcome), fields: named, html });
    }
  }

  private async box(ui: Ui, { article, hold, signed }: SeenSection, { text, name, email, replyTo }: SentComment, key: string | null) {
    const written = { title: '', text, name, email, key };
    return { ui, article, hold, writer: { kind: 'guest' as const }, written, errors: null, replyTo, signed, usualDelay: await this.delay.get() };
  }

  private html<P>(slip: VNode<P>): string {
    return this.absolute.html(this.pages.fragment(slip));
  }
}
