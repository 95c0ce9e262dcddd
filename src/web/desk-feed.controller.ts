import { Controller, Get, Inject } from '@nestjs/common';
import { makeUi, NO_ASSETS } from '../../client/make-ui.js';
import { queueFeed } from '../../client/feeds/queue-feed.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotFound } from '../errors/errors.js';
import { DeskFeeds } from '../notices/desk-feeds.js';
import { CurrentSite } from '../site/current-site.js';
import { Asked, type Asking } from './asking.js';
import { PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { type FeedPath, feedPath } from './path-parts.js';

/** A moderator's queue in a feed reader, which has no cookie: whoever knows the address reads numbers and dates. */
@Controller('desk/feed/:token')
export class DeskFeedController {
  constructor(
    private readonly feeds: DeskFeeds, private readonly site: CurrentSite, private readonly limits: Limits, private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(feedPath) { token }: FeedPath, @Asked() { request, reply }: Asking): Promise<void> {
    await this.limits.take('read', request);
    const now = this.clock.now();
    const feed = await this.feeds.open(token, now);
    if (feed === null) throw new NotFound();
    const site = await this.site.get();
    const ui = makeUi({ site, language: feed.language ?? site.language, now, path: '', assets: NO_ASSETS });
    const xml = queueFeed(ui, feed.lines, this.config.publicUrl);
    await reply.type('application/rss+xml; charset=utf-8').header('cache-control', 'no-store').header('x-robots-tag', 'noindex').send(Buffer.from(xml));
  }
}
