import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PreviewPlace } from '../../client/pages/preview-page.js';
import { Clock } from '../clock/clock.js';
import { Conflict } from '../errors/errors.js';
import { Reception } from '../desk/reception.js';
import type { Draft } from '../submissions/draft.js';
import { Submissions } from '../submissions/submissions.js';
import type { Language } from '../visitors/visitor.js';
import type { Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Limits } from './limits.js';
import { whereTo } from './where-to.js';
import { WritingPages } from './writing-pages.js';

/** The fields of a writing form, whatever it is for. */
export interface Typed {
  title?: string;
  text: string;
  name: string;
  email: string;
  key: string;
  /** In whose name the form was shown; empty for a guest, undefined when it did not say. */
  as?: string | undefined;
  action: 'preview' | 'send';
}

function draftOf(place: PreviewPlace, { title, text, name, email, key }: Typed, language: Language): Draft {
  const sent = { text, name, email, key, language };
  if (place.kind === 'thread') return { ...sent, kind: 'thread', category: place.category.slug, title: title ?? '' };
  if (place.kind === 'reply') return { ...sent, kind: 'reply', thread: place.thread.id, replyTo: place.replyTo };
  if (place.kind === 'comment') {
    const { article: { site, identifier }, replyTo, signed } = place;
    return { ...sent, kind: 'comment', site, identifier, replyTo, ...signed };
  }
  return { ...sent, kind: 'edit', thread: place.thread.id, number: place.number, version: place.version, title };
}

/**
 * One way for all that people write. Without a key nothing is stored: the preview gives one, because a page that is
 * kept for everyone can carry nobody's. Whatever is wrong, the answer is the form with all that was typed.
 */
@Injectable()
export class Sending {
  constructor(
    private readonly drawn: WritingPages, private readonly reception: Reception, private readonly submissions: Submissions,
    private readonly limits: Limits, private readonly clock: Clock,
  ) {}

  async answer(asking: Asking, place: PreviewPlace, typed: Typed, language: Language): Promise<void> {
    try {
      if (typed.action === 'preview' || typed.key === '') await this.preview(asking, place, typed, language);
      else await this.send(asking, place, typed, language);
    } catch (error) {
      const { status, errors, wait } = formProblem(error);
      if (wait !== null) void asking.reply.header('retry-after', String(wait));
      const { title = '', text, name, email } = typed;
      await this.drawn.form(asking, place, { written: { title, text, name, email, key: null }, errors, status });
    }
  }

  private async preview(asking: Asking, place: PreviewPlace, typed: Typed, language: Language): Promise<void> {
    await this.limits.take('preview', asking.request);
    const key = randomBytes(18).toString('base64url');
    const { html, title, text, name, email } = await this.submissions.preview(asking.visitor, draftOf(place, { ...typed, key }, language), this.clock.now());
    await this.drawn.preview(asking, place, { title: title ?? '', text, name, email, key }, html);
  }

  private async send(asking: Asking, place: PreviewPlace, typed: Typed, language: Language): Promise<void> {
    await this.limits.take('send', asking.request);
    const { visitor, reply } = asking;
    // Without this, a session that has ended would turn a member's words into nobody's, and a new one a guest's into theirs.
    if (typed.as !== undefined && typed.as !== (visitor.member?.name ?? '')) throw new Conflict('other-author');
    const received = await this.reception.receive(visitor, draftOf(place, typed, language), this.clock.now());
    await reply.redirect(whereTo(visitor, place, received), 303);
  }
}
