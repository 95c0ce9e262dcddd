import { ArticleAdministration } from '../administration/host-sites/article-administration.js';
import { HostSiteAdministration } from '../administration/host-sites/host-site-administration.js';
import { Invalid } from '../errors/errors.js';
import type { Act } from './act.js';
import { ADMINISTRATOR } from './cast.js';
import type { Words } from './stage.js';
import { article331 } from './texts/article-331.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The site elsewhere whose articles have comments here, and its one article. */
const SITE = 'demo';
const ARTICLE = { identifier: '331', title: 'La place du marché passe sous vidéo' };

/**
 * The administrator makes the site and its article known; both are left alone when an interrupted start has done it.
 */
function known(address: string, now: Date): Act {
  const at = new Date(now.getTime() - 13 * DAY);
  return {
    at,
    async alone(stage) {
      const administrator = stage.who(ADMINISTRATOR);
      await new HostSiteAdministration(stage.writer)
        .create(
          administrator,
          {
            slug: SITE,
            name: 'Le Petit Val, journal local',
            origins: new URL(address).origin,
            threading: 'one-level',
            closesAfter: '',
            firstHeld: 'yes',
            licence: 'licence CC BY-SA 4.0',
          },
          at,
        )
        .catch((problem: unknown) => {
          if (!(problem instanceof Invalid && problem.fields['slug'] === 'slug-taken')) throw problem;
        });
      await new ArticleAdministration(stage.writer).add(
        administrator,
        SITE,
        { ...ARTICLE, url: address, dated: at.toISOString().slice(0, 10) },
        at,
      );
    },
  };
}

/** The comments of an article of a site elsewhere; `address` is where the article stands. */
export function comments(address: string, now: Date): Act[] {
  const said = article331
    .split(/^=== /m)
    .slice(1)
    .map((written, place): Act => {
      const [head = '', ...lines] = written.split('\n');
      const [by = '', ago = '', delay = '', answered = ''] = head.split(/ ?\| ?/);
      const name = by === '-' ? '' : by;
      const writtenAt = new Date(now.getTime() - Number(ago.replace(' ', '')) * MINUTE);
      const words: Words = {
        kind: 'comment',
        site: SITE,
        identifier: ARTICLE.identifier,
        text: lines.join('\n').trim(),
        replyTo: answered === '' ? null : Number(answered),
      };
      const label = `comment ${place}`;
      if (delay === 'waits')
        return {
          at: writtenAt,
          perform: async (stage, tx) => void (await stage.send(tx, label, { name }, words, writtenAt)),
        };
      const publishedAt = new Date(writtenAt.getTime() + Number(delay) * MINUTE);
      return {
        at: publishedAt,
        perform: async (stage, tx) =>
          void (await stage.publish(tx, label, name, words, {
            writtenAt,
            publishedAt,
            moderator: 'Nadia Kherfi',
            second: 'Ilyès Carpentier',
          })),
      };
    });
  return [known(address, now), ...said];
}
