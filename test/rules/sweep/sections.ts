import { hostSite, signed } from '../../host-site.js';
import type { House, Name } from './house.js';

/** What a page of the site would put behind the address of this section: anybody who reads that page knows it. */
export function signedWords(identifier: string): string {
  const { title, url, signature } = signed('feuille', identifier);
  return new URLSearchParams({ title, url, signature }).toString();
}

/**
 * Sections of articles: comments that wait where others stand, where the article is known, and where nobody has heard
 * of it.
 */
export class Sections {
  constructor(private readonly forum: House) {}

  async site(): Promise<void> {
    const { world } = this.forum;
    await hostSite(world.db.owner, {
      slug: 'feuille',
      name: 'La Feuille',
      category: await world.category({ slug: 'feuille', name: 'La Feuille' }),
      origins: ['https://feuille.example'],
    });
  }

  async publish(): Promise<void> {
    const { forum } = this;
    await forum.world.db.owner.query(
      `insert into article (site_id, identifier, title, url) select id, 'connu', 'Article connu',
        'https://feuille.example/articleconnu' from host_site`,
    );
    forum.tick();
    await forum.decide(await this.comment('otherAuthor', '331', 'Un commentaire sous l’article.'), {
      decision: 'accept',
    });
  }

  /** The title of an article stands in the submission alone until its first comment is published. */
  async neverAppears(who: 'author' | 'guestAuthor'): Promise<void> {
    const { canaries } = this.forum;
    for (const [identifier, state] of [
      ['331', 'comment'],
      ['connu', 'comment on a known article'],
      ['neuf', 'first comment'],
    ] as const)
      await this.comment(who, identifier, canaries.text(`${state} of ${who}`));
    await this.comment(
      who,
      `secret-${canaries.word(`article of ${who}`, 'title')}`,
      canaries.text(`comment on an article of ${who}`),
    );
    await this.forum.decide(await this.comment(who, 'refus', canaries.text(`refused comment of ${who}`)), {
      decision: 'refuse',
      reason: 'other',
      remark: canaries.word(`refused comment of ${who}`, 'remark'),
    });
  }

  private comment(who: Name, identifier: string, text: string): ReturnType<House['send']> {
    const { site, title, url, signature } = signed('feuille', identifier);
    return this.forum.send(who, `/articles/${site}/${identifier}/comments`, { text, title, url, signature });
  }
}
