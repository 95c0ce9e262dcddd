import type pg from 'pg';
import { hostSite } from '../host-site.js';

export const SITE = 'bench';
/** In each: a page of them. */
export const COMMENTS = 20;
/** Articles in a list that asks for counts. */
export const LISTED = 50;

/**
 * Sections with the texts that stand in the demonstration, twenty comments each, a third of them answers. Answers the
 * first of their threads.
 */
export async function sowSections(owner: pg.Client, sections: number): Promise<number> {
  const {
    rows: [category],
  } = await owner.query<{ id: number }>(`insert into category (slug, name) values ($1, 'Bench') returning id`, [SITE]);
  const id = category?.id ?? 0;
  const site = await hostSite(owner, {
    slug: SITE,
    category: id,
    origins: ['https://bench.example'],
    licence: 'CC BY-SA 4.0',
  });
  const {
    rows: [counter],
  } = await owner.query<{ last: number }>(
    `update desk.counter set last = last + $1 where name = 'thread' returning last::int`,
    [sections],
  );
  const before = (counter?.last ?? 0) - sections;
  await owner.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at, of_article)
     select $1 + n, $2, 'Article ' || n, 'article-' || n, $3, $3, now() - n * interval '47 minutes',
       now() - n * interval '43 minutes', true
     from generate_series(1, $4::int) n`,
    [before, id, COMMENTS, sections],
  );
  await owner.query(
    `insert into article (site_id, identifier, title, url, thread_id) select $1, n::text, 'Article ' || n,
      'https://bench.example/article' || n, $2 + n
     from generate_series(1, $3::int) n`,
    [site, before, sections],
  );
  await owner.query(
    `with said as (select source, html, excerpt, renderer_version, (row_number() over (order by thread_id,
      number))::int as place from post where gone is null)
     insert into post (thread_id, category_id, number, root, reply_to, author_name, author_role, source, html, excerpt,
       renderer_version, written_at, published_at)
     select t.id, t.category_id, n, case when n % 3 = 0 then n - 1 else n end, case when n % 3 = 0 then n - 1 end,
       'Personne ' || (t.id * 7 + n) % 900, 'guest',
       s.source, s.html, s.excerpt, s.renderer_version,
         t.published_at + n * interval '2 minutes' - interval '90 minutes', t.published_at + n * interval '2 minutes'
     from thread t cross join generate_series(1, $2::int) n
     join said s on s.place = 1 + (t.id * 31 + n) % (select count(*) from said) where t.category_id = $1`,
    [id, COMMENTS],
  );
  // What autovacuum has done a minute after so many rows came at once.
  for (const table of ['thread', 'article', 'post']) await owner.query(`vacuum analyze ${table}`);
  return before + 1;
}
