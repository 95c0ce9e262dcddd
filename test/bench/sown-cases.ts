import type pg from 'pg';
import { sowCaseDocuments } from './sown-case-documents.js';

export interface Sowing {
  cases: number;
  /** So many of them have `stepsOfLong` steps, the others four each. */
  long: number;
  stepsOfLong: number;
}

const STEPS = 4;

export interface SownCases {
  /** Ids of the threads of long cases: this one and those after it. */
  first: number;
  /** Codes of towns that have a case. */
  towns: string[];
}

/**
 * Cases in as many towns all over France, in all states; each began with a request, most of which somebody received and
 * some of which were refused lately, so that dates run. Each has two documents.
 */
export async function sowCases(owner: pg.Client, { cases, long, stepsOfLong }: Sowing): Promise<SownCases> {
  const {
    rows: [category],
  } = await owner.query<{ id: number }>(
    `insert into category (slug, name, takes) values ('bench-cases', 'Bench', '{thread,case}') returning id`,
  );
  const id = category?.id ?? 0;
  const {
    rows: [counter],
  } = await owner.query<{ last: number }>(
    `update desk.counter set last = last + $1 where name = 'thread' returning last::int`,
    [cases],
  );
  const before = (counter?.last ?? 0) - cases;
  const steps = `case when t.id <= ${before + long} then ${stepsOfLong} else ${STEPS} end`;
  await owner.query(
    `insert into thread (id, category_id, kind, title, slug, post_count, last_number, published_at, last_post_at)
     select t.id, $2, 'case', 'Dossier ' || t.id, 'dossier-' || t.id, ${steps} + 1, ${steps} + 1,
       now() - t.id * interval '31 minutes', now() - t.id * interval '17 minutes'
     from generate_series($1::int + 1, $1::int + ${cases}) t (id)`,
    [before, id],
  );
  await owner.query(
    `with said as (select source, html, excerpt, renderer_version, (row_number() over (order by thread_id,
      number))::int as place from post where gone is null and category_id <> $1)
     insert into post (thread_id, category_id, number, author_name, author_role, source, html, excerpt,
       renderer_version, written_at, published_at)
     select t.id, t.category_id, n, 'Personne ' || (t.id * 7 + n) % 900, 'guest', s.source, s.html, s.excerpt,
       s.renderer_version, t.published_at + n * interval '1 minute', t.published_at + n * interval '1 minute'
     from thread t cross join lateral generate_series(1, t.last_number) n
     join said s on s.place = 1 + (t.id * 31 + n) % (select count(*) from said) where t.category_id = $1`,
    [id],
  );
  await owner.query(
    `with o as (select code, (row_number() over (order by md5(code)))::int as place from town)
     insert into local_case (thread_id, town_code, country, place, precision, authority, authority_name, themes, first_status,
       status, opened_at, moved_at)
     select t.id, o.code, '', '', 'town', (array['municipality', 'prefecture', 'region'])[1 + t.id % 3], '',
       '{cameras}', 'reported',
       (array['reported', 'documented', 'requested', 'in-court', 'won', 'lost', 'abandoned'])[1 + t.id % 7],
       t.published_at, t.last_post_at
     from thread t join o on o.place = t.id - $2 where t.category_id = $1`,
    [id, before],
  );
  await owner.query(
    `insert into case_step (thread_id, number, kind, dated, how, outcome, cameras, software, link, request_thread,
       request_number)
     select p.thread_id, p.number,
       case p.number when 2 then 'request' when 3 then 'receipt' when 4 then 'answer' else 'count' end,
       (current_date - (60 + p.thread_id % 300) + least(p.number, 50) * 7)::text,
       case when p.number = 2 then 'letter' end, case when p.number = 4 then 'refusal' end,
       case when p.number > 4 then p.number end, '', '',
       case when p.number in (3, 4) then p.thread_id end, case when p.number in (3, 4) then 2 end
     from post p where p.category_id = $1 and p.number > 1 and (p.number <> 4 or p.thread_id % 3 = 0)`,
    [id],
  );
  await sowCaseDocuments(owner, id);
  for (const table of ['thread', 'post', 'local_case', 'case_step', 'searched', 'desk.file', 'document'])
    await owner.query(`vacuum analyze ${table}`);
  const { rows } = await owner.query<{ code: string }>('select distinct town_code as code from local_case');
  return { first: before + 1, towns: rows.map(({ code }) => code) };
}
