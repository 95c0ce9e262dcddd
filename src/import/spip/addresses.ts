import { NoDump } from '../dump/dump-row.js';
import type { Staging } from './staging.js';

/** What `[texte->art12]` and the like may point to, as SPIP calls it in its own addresses. */
const KINDS: Readonly<Record<string, string>> = {
  '': 'article',
  art: 'article',
  article: 'article',
  rub: 'rubrique',
  rubrique: 'rubrique',
  br: 'breve',
  breve: 'breve',
  brève: 'breve',
  aut: 'auteur',
  auteur: 'auteur',
  mot: 'mot',
  site: 'site',
};
const INTERNAL = /->\s*([a-zè]*)\s*(\d{1,9})(#[^\]\s]*)?\s*\]/gi;

/** Where the pages of the site are: as an administrator says, or as the dump does. */
export class Addresses {
  private constructor(
    private readonly staging: Staging,
    private readonly prefix: string,
    private readonly base: string,
    /** With `{id}` in it; null leaves it to SPIP. */
    private readonly pattern: string | null,
    private readonly proper: boolean,
  ) {}

  /** @throws NoDump when neither says it. */
  static of(staging: Staging, prefix: string, pattern: string | null): Addresses {
    const meta = new Map(
      staging
        .all<{ name: string; value: string }>('select name, value from meta where prefix = ?', prefix)
        .map(({ name, value }) => [name, value]),
    );
    if (pattern !== null && !(pattern.includes('{id}') && URL.canParse(pattern)))
      throw new NoDump(
        '--article-address needs the address of an article with ' +
          '{id} in place of its number: https://example.org/article{id}.html',
      );
    const base = (meta.get('adresse_site') ?? '').replace(/\/+$/, '');
    if (pattern === null && !/^https?:\/\/[^/]/.test(base))
      throw new NoDump(
        'This dump does not say where the site is: give --article-address, as in https://example.org/article{id}.html',
      );
    return new Addresses(staging, prefix, base, pattern, meta.get('type_urls') === 'propres');
  }

  /** SPIP leads `spip.php?article12` to where the article is, whatever addresses the site has chosen. */
  article(id: number): string {
    if (this.pattern !== null) return this.pattern.replaceAll('{id}', String(id));
    const proper = this.proper
      ? this.staging.one<{ url: string }>(
          `select url from url where prefix = ? and article = ? and url <> '' order by at desc limit 1`,
          this.prefix,
          id,
        )?.url
      : undefined;
    return `${this.base}/${proper === undefined ? `spip.php?article${id}` : encodeURI(proper)}`;
  }

  /** A text whose shortcuts to pages of the site lead there from anywhere. */
  inFull(text: string): string {
    return text.replace(INTERNAL, (typed, kind: string, id: string, part: string | undefined) => {
      const address = this.page(KINDS[kind.toLowerCase()], Number(id));
      return address === null ? typed : `->${address}${part ?? ''}]`;
    });
  }

  private page(kind: string | undefined, id: number): string | null {
    if (kind === 'article') return this.article(id);
    return kind === undefined || this.base === '' ? null : `${this.base}/spip.php?${kind}${id}`;
  }
}
