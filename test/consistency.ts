import { expect } from '@jest/globals';
import type { DeskRoom } from './desk-room.js';

/** Counted anew from what stands, and from the log, which nobody can change. */
async function miscounted(room: DeskRoom): Promise<unknown[]> {
  return room.rows(`
    select 'thread' as what, t.id::text from thread t, lateral (
      select count(*) filter (where gone is null) as standing, max(number) as last,
        max(published_at) filter (where gone is null) as latest
      from post p where p.thread_id = t.id) n
    where t.post_count <> n.standing or t.last_number <> n.last or t.last_post_at <> coalesce(n.latest, t.published_at)
      or t.words <> (select coalesce(sum(regexp_count(source, '\\S+')), 0) from post
        where thread_id = t.id and gone is null)
      or t.retired <> (select gone is not null from post where thread_id = t.id and number = 1)
        or (t.title = '') <> t.retired
    union all
    select 'category', c.slug from category c where c.thread_count <> (select count(*) from thread
      where category_id = c.id and moved_to is null)
      or c.post_count <> (select count(*) from post where category_id = c.id and gone is null)
    union all
    select 'account', m.name from private.account a join member m on m.id = a.member_id where a.accepted_count <> (
      select count(distinct s.id) from desk.submission s join desk.decision d on d.submission_id = s.id
      where s.author_id = a.member_id and s.kind in ('thread', 'reply', 'case', 'step')
      and d.decision in ('accept', 'edit-and-accept',
        'publish')
      and not exists (select 1 from desk.decision u where u.undoes = d.id))`);
}

/** Posts whose text is not the one that the last decision about them which still holds has published. */
function wrongTexts(room: DeskRoom): Promise<unknown[]> {
  return room.rows(`
    select p.thread_id, p.number, p.source, v.source as decided from post p
    join lateral (select d.submission_id, d.version from desk.decision d
      where (d.thread_id, d.number) in (select p.thread_id, p.number union select m.thread_id, m.number
        from post_moved m
        where m.to_thread = p.thread_id and m.to_number = p.number)
      and d.decision in ('accept', 'edit-and-accept', 'publish') and not exists (select 1 from desk.decision u
        where u.undoes = d.id)
      order by d.id desc limit 1) d on true
    left join desk.submission_version v on v.submission_id = d.submission_id and v.version = d.version
    where p.gone is null and p.source is distinct from v.source`);
}

/** Everything that the reader's login can read, in one text. */
async function readable(room: DeskRoom): Promise<string> {
  const rows = await room.db.reader.query<{ words: string }>(
    `select concat_ws(' ', p.source, p.html, p.excerpt, t.title, t.slug) as words from post p join thread t
      on t.id = p.thread_id
     union all select concat_ws(' ', r.title, r.source, r.html) from revision r
     union all select place from local_case union all select software from case_step`,
  );
  return rows
    .map(({ words }) => words)
    .join(' ')
    .toLowerCase();
}

export async function check(room: DeskRoom): Promise<void> {
  expect(await miscounted(room)).toEqual([]);
  expect(await wrongTexts(room)).toEqual([]);
  const open = await readable(room);
  const versions = await room.rows<{ status: string; words: string }>(
    `select s.status, concat_ws(' ', v.title, v.source, v.facts) as words from desk.submission s
      join desk.submission_version v
      on v.submission_id = s.id`,
  );
  const hidden = versions.filter(({ status }) => status !== 'published').flatMap(({ words }) => wordsIn(words));
  const published = new Set(
    versions.filter(({ status }) => status === 'published').flatMap(({ words }) => wordsIn(words)),
  );
  expect(hidden.filter((word) => open.includes(word) && !published.has(word))).toEqual([]);
  expect(
    await room.rows(`select s.id from desk.submission s left join desk.submission_version v on v.submission_id = s.id
      and v.version = s.version and v.source = s.source
    where s.status <> 'withdrawn' and v.version is null`),
  ).toEqual([]);
  // Erased means everywhere: what is left in any table belongs to somebody who has not withdrawn it.
  const kept = new Set(versions.flatMap(({ words }) => wordsIn(words)));
  const { dump } = await room.row<{
    dump: string;
  }>(`select concat_ws(' ', (select string_agg(s::text, ' ') from desk.submission s), (select string_agg(r::text, ' ')
    from desk.revision r),
    (select string_agg(r::text, ' ') from desk.removed_post r), (select string_agg(d::text, ' ')
      from desk.decision d), (select string_agg(p::text, ' ') from post p), (select string_agg(t::text, ' ')
      from thread t), (select string_agg(m::text, ' ') from desk.merged_title m),
    (select string_agg(m::text, ' ') from desk.merged_case m), (select string_agg(k::text, ' ')
      from desk.kept_step k), (select string_agg(l::text, ' ') from local_case l), (select string_agg(c::text, ' ')
      from case_step c)) as dump`);
  expect(wordsIn(dump).filter((word) => !kept.has(word))).toEqual([]);
}

function wordsIn(text: string): string[] {
  return text.match(/w\d{5}x/g) ?? [];
}
