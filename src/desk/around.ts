import type { Queries } from '../database/transaction.js';
import { TITLED } from '../threads/article-row.js';
import type { DeskCard } from './card.js';
import type { Around, CardRow } from './card-row.js';
import { appealedTexts } from './appeals/appealed-texts.js';
import { reportedPosts } from './reports/reported-posts.js';

interface Before {
  id: string;
  number: number;
  author: string;
  excerpt: string;
}

async function refusedOf(tx: Queries, rows: CardRow[]): Promise<Around['refused']> {
  const authors = [...new Set(rows.map(({ authorId }) => authorId).filter((id) => id !== null))];
  const counts = await tx.query<{ author: number; refused: number }>(
    `select author_id as author, count(*)::int as refused from desk.submission
     where status = 'refused' and author_id = any($1) group by author_id`,
    [authors],
  );
  return new Map(counts.map(({ author, refused }) => [author, refused]));
}

/** The two posts that stand before each card; lateral, so that a thread of any length is read from its index. */
async function before(tx: Queries, rows: CardRow[]): Promise<Around['before']> {
  const answers = rows.filter(({ kind, thread }) => kind !== 'thread' && thread !== null);
  const found = await tx.query<Before>(
    `select w.id, b.number, coalesce(m.name, b.author_name) as author, b.excerpt
     from unnest($1::uuid[], $2::int[], $3::int[]) as w (id, thread, number)
     cross join lateral (select p.number, p.author_id, p.author_name, p.excerpt from post p
       where p.thread_id = w.thread and p.gone is null and p.number < w.number order by p.number desc limit 2) b
     left join member m on m.id = b.author_id order by w.id, b.number`,
    [answers.map(({ id }) => id), answers.map(({ thread }) => thread), answers.map(({ number }) => number ?? 2 ** 31 - 1)],
  );
  const cards: Around['before'] = new Map();
  for (const { id, ...post } of found) cards.set(id, [...(cards.get(id) ?? []), post]);
  return cards;
}

async function published(tx: Queries, rows: CardRow[]): Promise<Around['published']> {
  const edits = rows.filter(({ kind }) => kind === 'edit');
  const found = await tx.query<{ id: string } & NonNullable<DeskCard['published']>>(
    `select w.id, case when ${TITLED} then t.title end as title, p.html, p.source as text
     from unnest($1::uuid[], $2::int[], $3::int[]) as w (id, thread, number)
     join post p on p.thread_id = w.thread and p.number = w.number and p.gone is null
     join thread t on t.id = p.thread_id`,
    [edits.map(({ id }) => id), edits.map(({ thread }) => thread), edits.map(({ number }) => number)],
  );
  const pages = rows.filter(({ kind }) => kind === 'profile');
  const texts = pages.length === 0 ? [] : await tx.query<{ id: string } & NonNullable<DeskCard['published']>>(
    `select w.id, null::text as title, p.html, p.source as text from unnest($1::uuid[], $2::int[]) as w (id, member) join profile p on p.member_id = w.member`,
    [pages.map(({ id }) => id), pages.map(({ authorId }) => authorId)],
  );
  return new Map([...found, ...texts].map(({ id, ...text }) => [id, text]));
}

/** A few queries for all cards of a page, however many they are. */
export async function aroundOf(tx: Queries, rows: CardRow[]): Promise<Around> {
  const [refused, standing, now, reported, appealed] = await Promise.all([
    refusedOf(tx, rows), before(tx, rows), published(tx, rows), reportedPosts(tx, rows), appealedTexts(tx, rows),
  ]);
  return { refused, before: standing, published: now, reported, appealed };
}
