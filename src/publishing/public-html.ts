import type { Transaction } from '../database/transaction.js';
import { anchorNotes } from '../markup/anchor-notes.js';
import { nameKey } from '../members/name-key.js';

/** As the renderer marks who is called; `<` is escaped in every text, so nobody else can write it. */
const MENTION = /<span class="mention">@([^<>]+)<\/span>/g;
const MOST = 10;

/**
 * The HTML of a text as it stands in post `number`: its footnotes are named after the post, and whoever it calls by
 * name is linked, if they have a page that everyone may read. Asks the database only where somebody is called.
 */
export async function publicHtml(tx: Pick<Transaction, 'query'>, html: string, number: number): Promise<string> {
  const anchored = anchorNotes(html, `p${number}-`);
  const called = [...anchored.matchAll(MENTION)].map(([, name = '']) => nameKey(name)).filter((key) => key !== '');
  const keys = [...new Set(called)].slice(0, MOST);
  if (keys.length === 0) return anchored;
  const members = await tx.query<{ name: string; key: string }>(
    `select m.name, m.name_key as key from member m where m.name_key = any($1)
     and (exists (select from profile where member_id = m.id) or exists (
       select from category c cross join lateral (select from post p where p.author_id = m.id and p.category_id = c.id
         and p.gone is null limit 1) p where c.audience = 'everyone'))`,
    [keys],
  );
  const names = new Map(members.map(({ key, name }) => [key, name]));
  return anchored.replace(MENTION, (mark, typed: string) => {
    const name = names.get(nameKey(typed));
    return name === undefined ? mark : `<a href="/user/${encodeURIComponent(name)}">@${typed}</a>`;
  });
}
