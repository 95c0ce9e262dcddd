import { Controller, Get, Inject } from '@nestjs/common';
import { makeUi, NO_ASSETS } from '../../../client/kit/make-ui.js';
import { queueFeed } from '../../../client/desk/queue-feed.js';
import { CONFIG, type Config } from '../../config/config.js';
import { NotFound } from '../../errors/errors.js';
import { DeskFeeds } from '../../notices/desk-feeds.js';
import { CurrentSite } from '../../site/current-site.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type FeedPath, feedPath } from '../kit/path-parts.js';

/**
 * A moderator's queue in a feed reader, which has no cookie: anybody who knows the address reads numbers and dates.
 */
@Controller('desk/feed/:token')
export class DeskFeedController {
  constructor(
    private readonly feeds: DeskFeeds,
    private readonly site: CurrentSite,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(feedPath) { token }: FeedPath, @Asked() { now }: Asking): Promise<Answer> {
    const feed = await this.feeds.open(token, now);
    if (feed === null) throw new NotFound();
    const site = await this.site.get();
    const ui = makeUi({ site, language: feed.language ?? site.language, now, path: '', assets: NO_ASSETS });
    const xml = queueFeed(ui, feed.lines, this.config.publicUrl);
    return bytes('application/rss+xml; charset=utf-8', xml, { headers: { 'x-robots-tag': 'noindex' } });
  }
}
