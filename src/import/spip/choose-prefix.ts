import { NoDump } from '../dump/dump-row.js';
import type { Staging } from './staging.js';

/**
 * The prefix of the one SPIP that this dump holds messages or articles of. @throws NoDump when there is none, or more.
 */
export function choosePrefix(staging: Staging): string {
  const found = staging
    .all<{ prefix: string }>('select prefix from article intersect select prefix from message order by 1')
    .map(({ prefix }) => prefix);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1)
    throw new NoDump(`This dump holds several sites of SPIP: say which one with --prefix (${found.join(', ')}).`);
  const [articles] = staging.all<{ prefix: string }>('select distinct prefix from article');
  if (articles !== undefined) return articles.prefix;
  throw new NoDump('This dump has no tables of SPIP: spip_articles and spip_forum are missing, or empty.');
}
