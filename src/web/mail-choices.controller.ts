import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MailChoicesPage, type MailChoicesPageProps } from '../../client/pages/mail-choices-page.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotFound } from '../errors/errors.js';
import { DeskFeeds } from '../notices/desk-feeds.js';
import { MEMBER_MAILS } from '../notices/keys.js';
import { MailChoices } from '../notices/mail-choices.js';
import type { Visitor } from '../visitors/visitor.js';
import { emailField } from './account-fields.js';
import { isHttps } from './asked.js';
import { Asked, type Asking } from './asking.js';
import { Fields, parseFields, QueryParts } from './input.js';
import { Limits } from './limits.js';
import { ForMembers, ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { typedAgain, typedIn } from './typed-again.js';

const tick = z.literal('yes').optional();
const choiceFields = z.strictObject({ email: emailField, decided: tick, answered: tick, alert: tick });
const feedFields = z.strictObject({ action: z.enum(['make', 'revoke'], 'wrong-value') });
const savedQuery = z.object({ saved: z.literal('yes').optional() });

type Shown = Partial<Pick<MailChoicesPageProps, 'errors' | 'saved' | 'feedAddress'>> & { typed?: string; status?: number };

/** What a member wants to be told by mail, and a moderator's feed. */
@Controller('me')
export class MailChoicesController {
  constructor(
    private readonly choices: MailChoices, private readonly feeds: DeskFeeds, private readonly limits: Limits, private readonly pages: Pages,
    private readonly clock: Clock, @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('mail')
  @ForMembers()
  async show(@QueryParts(savedQuery) { saved }: z.infer<typeof savedQuery>, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, { saved: saved !== undefined });
  }

  @Post('mail')
  @ForMembers()
  choose(@Body() body: unknown, @Asked() asking: Asking): Promise<void> {
    const choose = async (): Promise<void> => {
      const { email, ...ticks } = parseFields(choiceFields, body);
      await this.limits.take('send', asking.request);
      await this.choices.choose(idOf(asking.visitor), { email, mails: MEMBER_MAILS.filter((kind) => ticks[kind] !== undefined) }, this.clock.now());
      await asking.reply.redirect('/me/mail?saved=yes', 303);
    };
    return typedAgain(choose, (errors) => this.draw(asking, { errors, typed: typedIn(body, 'email').email, status: 422 }));
  }

  /** The new address is shown by the answer itself, once. */
  @Post('feed')
  @ForModerators()
  async feed(@Fields(feedFields) { action }: z.infer<typeof feedFields>, @Asked() asking: Asking): Promise<void> {
    const member = idOf(asking.visitor);
    if (action === 'revoke') {
      await this.feeds.revoke(member);
      return void (await asking.reply.redirect('/me/mail?saved=yes', 303));
    }
    const { request } = asking;
    const token = await this.feeds.make(member, this.clock.now());
    const origin = `${isHttps(request, this.config.publicUrl) ? 'https' : 'http'}://${request.host}`;
    await this.draw(asking, { feedAddress: `${origin}/desk/feed/${token}.xml` });
  }

  private async draw({ visitor, request, reply }: Asking, { errors = null, saved = false, feedAddress = null, typed, status = 200 }: Shown): Promise<void> {
    const member = idOf(visitor);
    const [choice, madeAt] = await Promise.all([this.choices.of(member), this.feeds.madeAt(member)]);
    const page = h(MailChoicesPage, {
      ui: this.pages.ui(visitor, request), ...choice, email: typed ?? choice.email ?? '', moderates: visitor.isModerator, madeAt, feedAddress, errors, saved,
    });
    await this.pages.send(reply, page, { status });
  }
}

function idOf({ member }: Visitor): number {
  if (member === null) throw new NotFound();
  return member.id;
}
