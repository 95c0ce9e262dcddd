import { randomBytes } from 'node:crypto';
import { Controller, Post } from '@nestjs/common';
import { h } from 'preact';
import { RegistrationAgainPage, RegistrationCheckPage } from '../../../client/workshops/registration-check-page.js';
import { NotFound } from '../../errors/errors.js';
import { Registrations } from '../../registrations/registrations.js';
import { Threads } from '../../threads/threads.js';
import { Workshops } from '../../workshops/workshops.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { formFrom, personsOf, sentRegistration, type SentRegistration, typedFrom } from './registration-fields.js';

const headers = { 'cache-control': 'no-store' };

/** Somebody takes seats, with an account or without. */
@Controller('thread/:id/workshop/registrations')
export class RegistrationsController {
  constructor(
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly registrations: Registrations,
    private readonly limits: Limits,
  ) {}

  @Post()
  @ForEveryone()
  async create(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentRegistration) sent: SentRegistration,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui, request, now, writtenIn: language } = asking;
    const thread = await this.threads.for(visitor.audience).thread(id);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    if (thread === null || whole === null) throw new NotFound();
    const typed = typedFrom(sent, ui.mail);
    const previews = sent.action === 'preview' || sent.key === '';
    const key = previews ? randomBytes(18).toString('base64url') : sent.key;
    const draft = { ...typed, thread: thread.id, date: sent.date, key, language };
    const shared = { ui, thread, whole, member: !visitor.isGuest, typed: formFrom(sent.date, typed) };
    return orAgain(
      async () => {
        await (previews ? this.limits.take('preview', request) : this.limits.take('seats', request, personsOf(sent)));
        if (!previews) {
          const letterWait = draft.email === '' ? 0 : await this.limits.letterWait(request);
          const { token } = await this.registrations.register(visitor, { ...draft, letterWait }, now);
          return seeOther(`/registration/${token}`);
        }
        const wanted = await this.registrations.preview(draft, now);
        const date = whole.dates.find((each) => each.id === wanted.date);
        if (date === undefined) throw new NotFound();
        const form = { ...shared.typed, date: wanted.date, part: wanted.part ?? '', persons: String(wanted.persons) };
        return page(h(RegistrationCheckPage, { ...shared, typed: form, date, formKey: key }), { headers });
      },
      (errors) => page(h(RegistrationAgainPage, { ...shared, errors }), { headers }),
    );
  }
}
