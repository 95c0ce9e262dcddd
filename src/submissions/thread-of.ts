/**
 * On a submission `s`: the thread that it belongs to. A comment that was sent before its article had one finds it by
 * the article, because nothing may write to waiting submissions while its first comment is published: two who accept
 * at once would wait for each other.
 */
export const THREAD_OF = `coalesce(s.thread_id, case when s.article is not null then (
  select ar.thread_id from host_site h join article ar on ar.site_id = h.id and ar.identifier = s.article->>'identifier'
  where h.slug = s.article->>'site') end)`;
