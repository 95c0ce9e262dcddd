import type pg from 'pg';

/** Posts of a case that have a document: what it says first, and its request. */
const POSTS = [1, 2];

/**
 * Two documents for each case of a category, without the words of their pages: files of cases name their addresses. They
 * have the bytes of none.
 */
export async function sowCaseDocuments(owner: pg.Client, category: number): Promise<void> {
  await owner.query(
    `with sown as materialized (
       select md5('case ' || p.thread_id || ' ' || p.number)::uuid as id, p.thread_id, p.number, p.published_at
       from post p where p.category_id = $1 and p.number = any($2::int[])
     ), file as (
       insert into desk.file (id, token_hash, state, kind, extension, size, stored, pages, drawn, recognised, hash,
         kept_as, sent_at, published_at)
       select id, decode(md5('token ' || id), 'hex'), 'clean', 'pdf', 'pdf', 100000, 100000, 2, 2, 2,
         decode(md5('hash ' || id), 'hex'), id, published_at, published_at from sown
       returning id
     )
     insert into document (id, thread_id, number, position, title, description, origin, source, nature, kind, extension,
       size, pages, drawn, hash, published_at, kept_as, search)
     select s.id, s.thread_id, s.number, 0, 'Pièce ' || s.thread_id, '', 'authority', 'Commune', 'deliberation', 'pdf',
       'pdf', 100000, 2, 2, md5('hash ' || s.id), s.published_at, s.id,
       public.search_vector('fr', 'Pièce ' || s.thread_id)
     from sown s join file f on f.id = s.id`,
    [category, POSTS],
  );
}
