import { randomBytes } from 'node:crypto';
import { Controller, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { threadAddress } from '../../../client/kit/address.js';
import type { ReminderState } from '../../../client/cases/reminders-form.js';
import { RemindersDonePage, RemindersPage } from '../../../client/cases/reminders-page.js';
import { Forbidden, Invalid } from '../../errors/errors.js';
import { Reminders } from '../../notices/cases/reminders.js';
import { wrongKey } from '../../submissions/checked.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { emailField } from '../kit/email-field.js';
import { Fields, parseFields, PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { CaseThreads } from './case-threads.js';

const sentReminder = z.strictObject({
  email: z.string().default(''),
  key: z.string().default(''),
  action: z.enum(['start', 'stop'], 'wrong-value').default('start'),
});
type SentReminder = z.infer<typeof sentReminder>;
const typedEmail = z.object({ email: emailField.refine((address) => address !== '', 'required') });

const headers = { 'cache-control': 'no-store' };

/** Somebody wants to be told of the dates of a case, or not any more; with an account or without. */
@Controller('thread/:id/case/reminders')
export class RemindersController {
  constructor(
    private readonly cases: CaseThreads,
    private readonly reminders: Reminders,
    private readonly limits: Limits,
  ) {}

  @Post()
  @ForEveryone()
  async choose(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentReminder) sent: SentReminder,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui, request } = asking;
    const thread = await this.cases.must(visitor, id);
    if (visitor.isGuest && !ui.mail) throw new Forbidden('log-in-first');
    const { email, key, action } = sent;
    const shared = { ui, thread, reminded: stateOf(visitor, action), email } as const;
    // What a member asks for twice is there once, whatever the key.
    const previews = visitor.isGuest && key === '';
    const formKey = key === '' ? randomBytes(18).toString('base64url') : key;
    return orAgain(
      async () => {
        await this.limits.take(previews ? 'preview' : 'send', request);
        if (previews) return page(h(RemindersPage, { ...shared, formKey, errors: null }), { headers });
        await this.act(asking, thread.id, sent);
        return visitor.isGuest
          ? page(h(RemindersDonePage, { ui, thread }), { headers })
          : seeOther(`${threadAddress(thread)}#reminders`);
      },
      (errors) => page(h(RemindersPage, { ...shared, formKey, errors }), { headers }),
    );
  }

  /** @throws Invalid with a code for each wrong field */
  private async act(
    { visitor, request, now, writtenIn: language }: Asking,
    thread: number,
    sent: SentReminder,
  ): Promise<void> {
    const { member } = visitor;
    const wrong = member !== null && sent.key === '' ? {} : wrongKey(sent.key);
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
    if (member !== null && sent.action === 'stop') return this.reminders.stop(member.id, thread);
    if (member !== null) return this.reminders.start({ member: member.id }, { thread, language, letterWait: 0 }, now);
    // Nobody can say here whose an address is; the link in each letter can.
    if (sent.action === 'stop') throw new Invalid({ action: 'stop-by-letter' });
    const { email } = parseFields(typedEmail, { email: sent.email });
    const letterWait = await this.limits.letterWait(request);
    return this.reminders.start({ email }, { thread, language, letterWait }, now);
  }
}

function stateOf({ isGuest }: Visitor, action: SentReminder['action']): ReminderState {
  if (isGuest) return 'guest';
  return action === 'stop' ? 'on' : 'off';
}
