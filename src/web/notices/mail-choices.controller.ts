import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MailChoicesPage, type MailChoicesPageProps } from '../../../client/notices/mail-choices-page.js';
import { CONFIG, type Config } from '../../config/config.js';
import { NotFound } from '../../errors/errors.js';
import { DeskFeeds } from '../../notices/desk-feeds.js';
import { MEMBER_MAILS } from '../../notices/keys.js';
import { MailChoices } from '../../notices/mail-choices.js';
import type { Visitor } from '../../visitors/visitor.js';
import { emailField } from '../kit/email-field.js';
import { requestOrigin } from '../kit/request.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, parseFields, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForMembers, ForModerators } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { typedIn } from '../kit/typed-in.js';

const tick = z.literal('yes').optional();
const choiceFields = z.strictObject({ email: emailField, decided: tick, answered: tick, alert: tick });
const feedFields = z.strictObject({ action: z.enum(['make', 'revoke'], 'wrong-value') });
const savedQuery = z.object({ saved: z.literal('yes').optional() });

type Shown = Partial<Pick<MailChoicesPageProps, 'errors' | 'saved' | 'feedAddress'>> & { typed?: string };

/** What a member wants to be told by mail, and a moderator's feed. */
@Controller('me')
export class MailChoicesController {
  constructor(
    private readonly choices: MailChoices,
    private readonly feeds: DeskFeeds,
    private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('mail')
  @ForMembers()
  show(@QueryParts(savedQuery) { saved }: z.infer<typeof savedQuery>, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, { saved: saved !== undefined });
  }

  @Post('mail')
  @ForMembers()
  choose(@Body() body: unknown, @Asked() asking: Asking): Promise<Answer> {
    return orTypedAgain(
      async () => {
        const { email, ...ticks } = parseFields(choiceFields, body);
        await this.limits.take('send', asking.request);
        const letterWait = email === '' ? 0 : await this.limits.letterWait(asking.request);
        const mails = MEMBER_MAILS.filter((kind) => ticks[kind] !== undefined);
        await this.choices.choose(idOf(asking.visitor), { email, mails, letterWait });
        return seeOther('/me/mail?saved=yes');
      },
      (errors) => this.draw(asking, { errors, typed: typedIn(body, 'email').email }),
    );
  }

  /** The new address is shown by the answer itself, once. */
  @Post('feed')
  @ForModerators()
  async feed(@Fields(feedFields) { action }: z.infer<typeof feedFields>, @Asked() asking: Asking): Promise<Answer> {
    const member = idOf(asking.visitor);
    if (action === 'revoke') {
      await this.feeds.revoke(member);
      return seeOther('/me/mail?saved=yes');
    }
    const token = await this.feeds.make(member, asking.now);
    return this.draw(asking, {
      feedAddress: `${requestOrigin(asking.request, this.config.publicUrl)}/desk/feed/${token}.xml`,
    });
  }

  private async draw(
    { visitor, ui }: Asking,
    { errors = null, saved = false, feedAddress = null, typed }: Shown,
  ): Promise<Answer> {
    const member = idOf(visitor);
    const [choice, madeAt] = await Promise.all([this.choices.of(member), this.feeds.madeAt(member)]);
    return page(
      h(MailChoicesPage, {
        ui,
        ...choice,
        email: typed ?? choice.email ?? '',
        moderates: visitor.isModerator,
        madeAt,
        feedAddress,
        errors,
        saved,
      }),
    );
  }
}

function idOf({ member }: Visitor): number {
  if (member === null) throw new NotFound();
  return member.id;
}
