import type pg from 'pg';

/** Of each: half of them are to come, or nearly so. */
const DATES = 10;

export interface SownWorkshops {
  /** Ids of the threads: this one and those after it. */
  first: number;
  /** Codes of towns in which one takes place. */
  towns: string[];
  /** Codes of communes around which hundreds of them do. */
  around: string[];
}

/** Workshops in as many towns, one date of each every fortnight, with a host and without a limit of seats. */
export async function sowWorkshops(owner: pg.Client, workshops: number): Promise<SownWorkshops> {
  const {
    rows: [category],
  } = await owner.query<{ id: number }>(
    `insert into category (slug, name, takes) values ('bench-workshops', 'Bench', '{thread,workshop}') returning id`,
  );
  const id = category?.id ?? 0;
  const {
    rows: [counter],
  } = await owner.query<{ last: number }>(
    `update desk.counter set last = last + $1 where name = 'thread' returning last::int`,
    [workshops],
  );
  const before = (counter?.last ?? 0) - workshops;
  await owner.query(
    `insert into thread (id, category_id, kind, title, slug, post_count, last_number, published_at, last_post_at)
     select t.id, $2, 'workshop', 'Atelier du quartier ' || t.id, 'atelier-' || t.id, 1, 1,
       now() - t.id * interval '31 minutes', now() - t.id * interval '31 minutes'
     from generate_series($1::int + 1, $1::int + ${workshops}) t (id)`,
    [before, id],
  );
  await owner.query(
    `with said as (select source, html, excerpt, renderer_version, (row_number() over (order by thread_id,
      number))::int as place from post where gone is null and category_id <> $1)
     insert into post (thread_id, category_id, number, author_name, author_role, source, html, excerpt,
       renderer_version, written_at, published_at)
     select t.id, t.category_id, 1, 'Personne ' || t.id % 900, 'guest', s.source, s.html, s.excerpt,
       s.renderer_version, t.published_at, t.published_at
     from thread t join said s on s.place = 1 + (t.id * 31) % (select count(*) from said) where t.category_id = $1`,
    [id],
  );
  await owner.query(
    `with o as (select code, (row_number() over (order by md5(code)))::int as place from town)
     insert into workshop (thread_id, town_code, place, address, online, is_online, reveal, access, bring, language,
       price, themes, zone, seats, count, admission, has_host)
     select t.id, o.code, 'Devant la mairie', '', '', false, 'day-before', 'Plain-pied.', 'De quoi noter.', 'Français',
       'open', (array['{cameras}', '{mapping,cameras}', '{}'])[1 + t.id % 3]::text[], 'Europe/Paris', null, 'hidden',
       'open', true
     from thread t join o on o.place = t.id - $2 where t.category_id = $1`,
    [id, before],
  );
  await owner.query(
    `insert into workshop_date (id, thread_id, position, starts_at, ends_at, seats, state, reason, is_open, sequence,
       changed_at)
     select gen_random_uuid(), t.id, n,
       date_trunc('hour', now()) + (n - ${DATES / 2}) * interval '14 days' + (t.id % 336) * interval '1 hour' ,
       date_trunc('hour', now()) + (n - ${DATES / 2}) * interval '14 days' + (t.id % 336 + 3) * interval '1 hour', null,
       case when (t.id + n) % 20 = 0 then 'cancelled' else 'planned' end, case when (t.id + n) % 20 = 0 then 'ill' end,
       true, 0, t.published_at
     from thread t cross join generate_series(1, ${DATES}) n where t.category_id = $1`,
    [id],
  );
  await owner.query(
    `insert into private.workshop_host (thread_id, member_id, by_role, is_shown, since)
     select t.id, (select min(id) from member where role = 'administrator'), true, false, now()
     from thread t where t.category_id = $1`,
    [id],
  );
  for (const table of ['thread', 'post', 'workshop', 'workshop_date', 'private.workshop_host'])
    await owner.query(`vacuum analyze ${table}`);
  const codes = async (which: string): Promise<string[]> =>
    (await owner.query<{ code: string }>(`select code from town t where ${which} order by md5(code)`)).rows.map(
      ({ code }) => code,
    );
  return {
    first: before + 1,
    towns: await codes('exists (select from workshop w where w.town_code = t.code)'),
    around: await codes(
      `t.code ~ '^(75|77|78|91|92|93|94|95)' and not exists (select from town p where t.code = any(p.postal))`,
    ),
  };
}
