import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { catalogues } from '../../client/make-ui.js';
import { ErrorPage } from '../../client/pages/error-page.js';
import { RecoveryCodesPage } from '../../client/pages/recovery-codes-page.js';
import { SetUpPage, type SetUpPageProps } from '../../client/pages/set-up-page.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { SetUp } from '../members/set-up.js';
import { SetUpLink } from '../members/set-up-link.js';
import { CurrentSite } from '../site/current-site.js';
import { Visitor } from '../visitors/visitor.js';
import { setUpFields } from './account-fields.js';
import { BrowserSessions } from './browser-sessions.js';
import { PathParts, parseFields } from './input.js';
import { ForEveryone, OpenBeforeSetUp } from './marks.js';
import { Pages } from './pages.js';
import { typedAgain, typedIn } from './typed-again.js';

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
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @ForEveryone()
  @OpenBeforeSetUp()
  async form(@PathParts(linkPath) { token }: LinkPath, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.link.isGood(token, this.clock.now()))) return this.showUsedUp(reply);
    const written = { site: '', description: '', language: 'fr', timeZone: this.config.timeZone, name: '', email: '' } as const;
    await this.show(reply, { token, written, errors: null });
  }

  @Post(':token')
  @ForEveryone()
  @OpenBeforeSetUp()
  async create(@PathParts(linkPath) { token }: LinkPath, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    // Nobody without the link is told what is wrong with a form, nor makes the server hash passwords.
    if (!(await this.link.isGood(token, this.clock.now()))) return this.showUsedUp(reply);
    const { language, ...typed } = typedIn(body, 'site', 'description', 'language', 'timeZone', 'name', 'email');
    const written = { ...typed, language: language === 'en' ? 'en' : 'fr' } as const;
    await typedAgain(() => this.complete(token, body, reply), (errors) => this.show(reply, { token, written, errors }));
  }

  private async complete(token: string, body: unknown, reply: FastifyReply): Promise<void> {
    const { site: name, description, language, timeZone, ...administrator } = parseFields(setUpFields, body);
    const categories = catalogues[language].account.firstCategories;
    try {
      const { codes, ...member } = await this.setUp.complete(
        token, { site: { name, description, language, timeZone }, administrator, categories }, this.clock.now(),
      );
      this.site.forget();
      reply.request.site = await this.site.get();
      await this.browserSessions.begin(reply, member);
      await this.pages.send(reply, h(RecoveryCodesPage, { ui: this.ui(reply), codes, next: '/' }));
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Conflict)) throw error;
      await this.showUsedUp(reply);
    }
  }

  private async show(reply: FastifyReply, props: Omit<SetUpPageProps, 'ui'>): Promise<void> {
    await this.pages.send(reply, h(SetUpPage, { ui: this.ui(reply), ...props }), { status: props.errors === null ? 200 : 422 });
  }

  private async showUsedUp(reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, h(ErrorPage, { ui: this.ui(reply), status: 404, code: 'set-up-link', text: null }), { status: 404 });
  }

  private ui(reply: FastifyReply) {
    return this.pages.ui(reply.request.visitor ?? Visitor.guest(), reply.request);
  }
}
