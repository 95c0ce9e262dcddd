import type pg from 'pg';
import { RENDERER_VERSION } from '../../src/markup/render.js';
import { withoutIndexes } from './without-indexes.js';
import { nameKey } from '../../src/members/name-key.js';

const POSTS_A_THREAD = 500;
const BATCH = 100_000;
const MEMBERS = 100;
/** Words that stand in few texts each: two of them in every text. */
const RARE_WORDS = 200_000;

interface Sown {
  /** How many posts; the last batch may be smaller. */
  texts: number;
  /** Told after each batch. */
  progress: (texts: number) => void;
}

/**
 * So many posts in threads of five hundred, with the beginnings of the texts that stand here already and two rare words
 * each, one a minute until now, by a hundred members and by nine hundred guests. The triggers are left out: each text
 * is put into the index as they would, from the vector of its beginning.
 */
export async function sowTexts(owner: pg.Client, { texts, progress }: Sown): Promise<void> {
  await owner.query(`
    create unlogged table sown_beginning as
      select row_number() over () - 1 as place, html, words from (
        select '<p>' || left(public.search_plain(p.html), 260) || '</p>' as html,
          public.search_vector(site.language, left(public.search_plain(p.html), 260)) as words
        from post p cross join site where p.gone is null and length(p.html) > 200 limit 2000) p;
    alter table post disable trigger user;
    alter table thread disable trigger user`);
  const indexed = await withoutIndexes(owner, 'searched');
  const names = Array.from({ length: MEMBERS }, (_, n) => `Plume ${n + 1}`);
  await owner.query(
    `insert into member (name, name_key, role, joined_on)
     select name, key, 'member', '2020-01-01' from unnest($1::text[], $2::text[]) as new (name, key)`,
    [names, names.map(nameKey)],
  );
  try {
    for (let done = 0; done < texts;) {
      const batch = Math.min(BATCH, texts - done);
      await sowBatch(owner, { from: done, batch, texts });
      progress((done += batch));
    }
    await indexed();
  } finally {
    await owner.query('alter table post enable trigger user; alter table thread enable trigger user');
  }
  for (const table of ['thread', 'post', 'searched']) await owner.query(`vacuum analyze ${table}`);
}

async function sowBatch(
  owner: pg.Client,
  { from, batch, texts }: Record<'from' | 'batch' | 'texts', number>,
): Promise<void> {
  const threads = Math.ceil(batch / POSTS_A_THREAD);
  const {
    rows: [counter],
  } = await owner.query<{ last: number }>(
    `update desk.counter set last = last + $1 where name = 'thread' returning last::int`,
    [threads],
  );
  const first = (counter?.last ?? 0) - threads + 1;
  await owner.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at)
     select $1 + n, (array(select id from category where audience = 'everyone' order by id))[1 + n % 2],
       'Sujet semé ' || n, 'sujet-seme', $3, $3, now(), now() from generate_series(0, $2::int - 1) n`,
    [first, threads, POSTS_A_THREAD],
  );
  await owner.query(
    `with sown as materialized (
       select $1 + n / ${POSTS_A_THREAD} as thread, 1 + n % ${POSTS_A_THREAD} as number, b.html, b.words,
         'rare' || (n::bigint * 7919 + $2) % ${RARE_WORDS} as rare, 'peu' || (n::bigint * 104729 + $2) % ${RARE_WORDS} as few,
         case when n % 10 = 0 then m.id end as author, 'Personne ' || n % 900 as name,
         now() - ($3::int - $2 - n) * interval '1 minute' as at
       from generate_series(0, $4::int - 1) n
       join sown_beginning b on b.place = (n::bigint * 31 + $2 / 7) % (select count(*) from sown_beginning)
       join member m on m.name = 'Plume ' || (1 + n % ${MEMBERS})
     ), put as (
       insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt,
         renderer_version, written_at, published_at)
       select s.thread, t.category_id, s.number, s.author, case when s.author is null then s.name else '' end,
         case when s.author is null then 'guest' else 'member' end, '', replace(s.html, '</p>', ' ' || s.rare || ' ' || s.few
         || '</p>'), '', ${RENDERER_VERSION}, s.at, s.at
       from sown s join thread t on t.id = s.thread
     )
     insert into searched (thread_id, number, category_id, published_at, words)
     select s.thread, s.number, t.category_id, s.at, s.words
       || format('''=%1$s'':90 ''%1$s'':90 ''=%2$s'':91 ''%2$s'':91', s.rare, s.few)::tsvector
       || array_to_tsvector(array['c:' || t.category_id, case when s.number = 1 then 'k:thread' else 'k:reply' end,
         coalesce('@' || s.author, '@~' || public.search_fold(s.name))])
     from sown s join thread t on t.id = s.thread`,
    [first, from, texts, batch],
  );
}
