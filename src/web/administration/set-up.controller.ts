import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { catalogues } from '../../../client/kit/make-ui.js';
import { ErrorPage } from '../../../client/kit/error-page.js';
import { RecoveryCodesPage } from '../../../client/kit/recovery-codes-page.js';
import { SetUpPage } from '../../../client/administration/set-up-page.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { SetUp } from '../../members/set-up.js';
import { SetUpLink } from '../../members/set-up-link.js';
import { CurrentSite } from '../../site/current-site.js';
import { setUpFields } from './set-up-fields.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { BrowserSessions } from '../kit/browser-sessions.js';
import { PathParts, parseFields } from '../kit/input.js';
import { ForEveryone, OpenBeforeSetUp } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { typedIn } from '../kit/typed-in.js';

const linkPath = z.object({ token: z.string().max(100) });
type LinkPath = z.infer<typeof linkPath>;

@Controller('set-up')
export class SetUpController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly link: SetUpLink,
    private readonly setUp: SetUp,
    private readonly site: CurrentSite,
    private readonly browserSessions: BrowserSessions,
  ) {}

  @Get(':token')
  @ForEveryone()
  @OpenBeforeSetUp()
  async form(@PathParts(linkPath) { token }: LinkPath, @Asked() asking: Asking): Promise<Answer> {
    if (!(await this.link.isGood(token, asking.now))) return usedUp(asking);
    const written = {
      site: '',
      description: '',
      language: 'fr',
      timeZone: this.config.timeZone,
      name: '',
      email: '',
    } as const;
    return page(h(SetUpPage, { ui: asking.ui, token, written, errors: null }));
  }

  @Post(':token')
  @ForEveryone()
  @OpenBeforeSetUp()
  async create(
    @PathParts(linkPath) { token }: LinkPath,
    @Body() body: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    // Nobody without the link is told what is wrong with a form, nor makes the server hash passwords.
    if (!(await this.link.isGood(token, asking.now))) return usedUp(asking);
    const { language, ...typed } = typedIn(body, 'site', 'description', 'language', 'timeZone', 'name', 'email');
    const written = { ...typed, language: language === 'en' ? 'en' : 'fr' } as const;
    return orTypedAgain(
      () => this.complete(token, body, asking),
      (errors) => page(h(SetUpPage, { ui: asking.ui, token, written, errors })),
    );
  }

  private async complete(token: string, body: unknown, asking: Asking): Promise<Answer> {
    const { site: name, description, language, timeZone, ...administrator } = parseFields(setUpFields, body);
    const [announcements, ...others] = catalogues[language].account.firstCategories;
    const categories = announcements === undefined ? [] : [{ ...announcements, opens: 'team' as const }, ...others];
    try {
      const { codes, ...member } = await this.setUp.complete(
        token,
        { site: { name, description, language, timeZone }, administrator, categories },
        asking.now,
      );
      this.site.forget();
      asking.request.site = await this.site.get();
      const cookie = await this.browserSessions.begin(asking, member);
      return page(h(RecoveryCodesPage, { ui: asking.ui, codes, next: '/site' }), { cookie });
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Conflict)) throw error;
      return usedUp(asking);
    }
  }
}

function usedUp({ ui }: Asking): Answer {
  return page(h(ErrorPage, { ui, status: 404, code: 'set-up-link', text: null }), { status: 404 });
}
