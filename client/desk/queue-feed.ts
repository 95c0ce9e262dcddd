import type { Ui } from '../kit/ui.js';
import { rss } from '../kit/rss.js';
import { asHtml } from '../kit/xml.js';

interface Line {
  category: { slug: string; name: string } | null;
  count: number;
  oldest: Date;
}

/** One item for each category in which something waits; a new one when another message has become the oldest. */
export function queueFeed(ui: Ui, lines: readonly Line[], origin: string): string {
  const { mail } = ui.t;
  return rss({
    title: mail.feedName(ui.site.name),
    link: `${origin}/desk`,
    about: mail.feedAbout,
    language: ui.language,
    items: lines.map(({ category, count, oldest }) => {
      const link = `${origin}/desk?${category === null ? 'kind=profile' : `category=${category.slug}`}`;
      const title = mail.feedItem(count, category?.name ?? mail.feedPeople);
      return {
        title,
        link,
        guid: `${link}#${oldest.getTime()}`,
        at: oldest,
        html: asHtml(mail.feedOldest(ui.dates.absolute(oldest))),
      };
    }),
  });
}
