import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { makeUi } from '../../../client/kit/make-ui.js';
import type { Ui } from '../../../client/kit/ui.js';
import { Clock } from '../../clock/clock.js';
import { CONFIG, type Config } from '../../config/config.js';
import { WaitingCounts } from '../../desk/queue/waiting-counts.js';
import { Unseen } from '../../notices/unseen.js';
import type { Site } from '../../site/site.js';
import type { Language, Visitor } from '../../visitors/visitor.js';
import { type Answer, type Counted, fragment, type Whole } from './answer.js';
import { Assets } from './assets.js';
import { formPage } from './form-page.js';
import { type Frame, frameOf } from './frame.js';
import { filledOnce } from './page-cache/template.js';

/** Turns a page of client/ into an answer. */
@Injectable()
export class Pages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly assets: Assets,
    private readonly waiting: WaitingCounts,
    private readonly unseen: Unseen,
    private readonly clock: Clock,
  ) {}

  /** Words, dates and site for this visitor: their own language, or the site's. */
  ui(visitor: Visitor, request: Pick<FastifyRequest, 'site' | 'method' | 'url'>, now = this.clock.now()): Ui {
    const site = request.site ?? unknownSite(this.config);
    const language = visitor.member?.language ?? site.language;
    return makeUi({
      site,
      mail: this.config.mail !== null,
      fileMegabytes: this.config.fileBytes / (1024 * 1024),
      language,
      now,
      path: formPage(request),
      assets: this.assets.addresses,
    });
  }

  /**
   * The language that texts are set in, drawn once for all who read: the site's, whatever its author chose for the
   * buttons around it.
   */
  writtenIn(request: FastifyRequest): Language {
    return (request.site ?? unknownSite(this.config)).language;
  }

  /**
   * The parts of the frame about the visitor; for moderators with the number of submissions that wait, as the
   * page has just counted it or as it is kept.
   */
  async frame(visitor: Visitor, ui: Ui, { counted, waiting: known }: Counted = { counted: true }): Promise<Frame> {
    const { member } = visitor;
    // An error page is drawn without the numbers, because counting them may be what fails.
    const count = (): Promise<number | null> => this.waiting.of(visitor, ui.dates.now).catch(() => null);
    const [waiting, notices] = await Promise.all([
      counted && visitor.isModerator ? (known ?? count()) : null,
      member === null || !counted ? 0 : this.unseen.of(member.id).catch(() => 0),
    ]);
    const account = member && { name: member.name, role: member.role, waiting, notices };
    return frameOf(ui, account);
  }

  /**
   * The answer with its masthead. Only a page without personal parts may be kept by a browser, which asks again each
   * time it is shown: what was taken down must not come back from a cache.
   */
  async whole(answer: Answer, { visitor, method, headers: { cookie } }: FastifyRequest): Promise<Whole> {
    if (answer.kind === 'whole') return answer;
    const { html, parts, ui, status, headers } = answer;
    const frame = visitor === null ? {} : await this.frame(visitor, ui, answer);
    const own = status >= 400 || visitor === null || !visitor.isGuest || cookie !== undefined || method === 'POST';
    const caching = { 'cache-control': own ? 'no-store' : 'no-cache' };
    const body = filledOnce(html, parts, frame);
    return { ...fragment(body, { status, headers: { ...caching, ...headers } }), cookie: answer.cookie };
  }
}

/** For pages that say that the database is away: in our first language, under our own name. */
function unknownSite(config: Config): Site {
  return {
    name: 'Palabre',
    description: '',
    language: 'fr',
    timeZone: config.timeZone,
    setUpAt: null,
    demonstration: config.demonstration,
    profiles: '',
    licence: '',
    charter: '',
    contact: '',
    legal: '',
    reasons: [],
    themes: [],
  };
}
