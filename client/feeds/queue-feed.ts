import type { Ui } from '../ui.js';
import { asHtml, rss } from './rss.js';

interface Line {
  slug: string;
  name: string;
  count: number;
  oldest: Date;
}

/** One item for each category in which something waits; a new one when another message has become the oldest. */
export function queueFeed(ui: Ui, lines: readonly Line[], origin: string): string {
  const { mail } = ui.t;
  return rss({
    title: mail.feedName(ui.site.name), link: `${origin}/desk`, about: mail.feedAbout, language: ui.language,
    items: lines.map(({ slug, name, count, oldest }) => ({
      title: mail.feedItem(count, name), link: `${origin}/desk?category=${slug}`, guid: `${origin}/desk?category=${slug}#${oldest.getTime()}`,
      at: oldest, html: asHtml(mail.feedOldest(ui.dates.absolute(oldest))),
    })),
  });
}
