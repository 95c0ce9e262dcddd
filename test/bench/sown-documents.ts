import type pg from 'pg';
import { RENDERER_VERSION } from '../../src/markup/render.js';
import { withoutIndexes } from './without-indexes.js';

/** Pages of each document. */
export const PAGES = 10;
const TEXTS = 2_000;
const WORDS = 120;
const BATCH = 1_000;
/** Documents that stand in one post, the first of all. */
export const IN_ONE_POST = 10;

export interface SownDocuments {
  /** The thread whose first post has ten of them. */
  full: number;
  /** One of them. */
  document: string;
}

interface Sown {
  documents: number;
  /** Told after each batch. */
  progress: (documents: number) => void;
}

/**
 * Published documents of ten pages each, one a minute until now, in threads of ten posts with one each, all with the
 * bytes of the first; but those of the first thread stand in its first post. The words of pages are drawn so that few
 * are frequent and many rare, as in a language, and each document has one of its own.
 */
export async function sowDocuments(owner: pg.Client, { documents, progress }: Sown): Promise<SownDocuments> {
  const first = await sowThreads(owner, Math.ceil(documents / 10));
  await owner.query('create temp table sown_text (place int primary key, words text, search tsvector)');
  const texts = sownTexts(Math.min(TEXTS, documents * PAGES));
  await owner.query(
    `insert into sown_text select n - 1, words, public.search_vector('fr', words)
     from unnest($1::text[]) with ordinality t (words, n)`,
    [texts],
  );
  const indexed = await withoutIndexes(owner, 'document_page');
  for (let done = 0; done < documents;) {
    const batch = Math.min(BATCH, documents - done);
    await sowBatch(owner, { from: done, batch, first, documents, texts: texts.length });
    progress((done += batch));
  }
  await indexed();
  for (const table of ['thread', 'post', 'desk.file', 'document', 'document_page'])
    await owner.query(`vacuum analyze ${table}`);
  const {
    rows: [one],
  } = await owner.query<{ id: string }>('select id from document where thread_id = $1 order by position limit 1', [
    first,
  ]);
  return { full: first, document: one?.id ?? '' };
}

/**
 * The newest documents go to a category for members, one thread of ten after the other, and their pages have a word of
 * their own and stand where a job would have taken them. Answers how many pages.
 */
export async function hideDocuments(
  owner: pg.Client,
  { threads, word }: { threads: number; word: string },
): Promise<number> {
  await owner.query(
    `with inside as (insert into category (slug, name, audience) values ('bench-' || $1::text, 'Inside', 'members')
       returning id)
     update thread set category_id = inside.id from inside where thread.id in (
       select d.thread_id from document d join category c on c.id = d.category_id and c.slug = 'bench-documents'
       group by d.thread_id order by max(d.published_at) desc limit $2)`,
    [word, threads],
  );
  const { rowCount } = await owner.query(
    `update document_page w set words = w.words || ' ' || $1, search = w.search || public.search_vector('fr', $1),
       indexed_for = d.indexed_for
     from document d join category c on c.id = d.category_id and c.slug = 'bench-' || $1 where d.id = w.document_id`,
    [word],
  );
  await owner.query('delete from indexed_elsewhere');
  for (const table of ['document', 'document_page']) await owner.query(`vacuum analyze ${table}`);
  return rowCount ?? 0;
}

async function sowThreads(owner: pg.Client, threads: number): Promise<number> {
  const {
    rows: [category],
  } = await owner.query<{ id: number }>(
    `insert into category (slug, name, documents) values ('bench-documents', 'Bench', 'everyone') returning id`,
  );
  const {
    rows: [counter],
  } = await owner.query<{ last: number }>(
    `update desk.counter set last = last + $1 where name = 'thread' returning last::int`,
    [threads],
  );
  const first = (counter?.last ?? 0) - threads + 1;
  await owner.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at)
     select $1 + n, $3, 'Papiers ' || n, 'papiers', 10, 10, now() - n * interval '10 minutes', now()
     from generate_series(0, $2::int - 1) n`,
    [first, threads, category?.id],
  );
  await owner.query(
    `insert into post (thread_id, category_id, number, author_name, author_role, source, html, excerpt,
       renderer_version, written_at, published_at)
     select t.id, t.category_id, n, 'Personne ' || n, 'guest', 'Voici.', '<p>Voici.</p>', 'Voici.', ${RENDERER_VERSION}, t.published_at,
       t.published_at
     from thread t cross join generate_series(1, 10) n where t.category_id = $1`,
    [category?.id],
  );
  return first;
}

async function sowBatch(
  owner: pg.Client,
  { from, batch, first, documents, texts }: Record<'from' | 'batch' | 'first' | 'documents' | 'texts', number>,
): Promise<void> {
  await owner.query(
    `with sown as materialized (
       select n, md5('document' || n)::uuid as id, $3::int + n / 10 as thread,
         case when n < ${IN_ONE_POST} then 1 else 1 + n % 10 end as number, case when n < ${IN_ONE_POST} then n else 0 end as position,
         now() - ($4::int - n) * interval '1 minute' as at
       from generate_series($1::int, $1::int + $2::int - 1) n
     ), file as (
       insert into desk.file (id, token_hash, state, kind, extension, size, stored, pages, drawn, recognised, hash, kept_as, sent_at,
         published_at)
       select id, decode(md5('token' || n), 'hex'), 'clean', 'pdf', 'pdf', 1000000, 1000000, ${PAGES}, ${PAGES}, ${PAGES},
         decode(md5('hash' || n), 'hex'), md5('document0')::uuid, now(), at from sown
       returning id
     )
     insert into document (id, thread_id, number, position, title, description, origin, source, nature, kind, extension,
       size, pages, drawn, hash, published_at, kept_as, search)
     select s.id, s.thread, s.number, s.position, 'Délibération ' || n, '',
       (array['authority', 'ours', 'press', 'other'])[1 + n % 4], 'Commune ' || n % 500,
       (array['deliberation', 'contract', 'opinion', 'letter', 'record', 'photo', 'other'])[1 + n % 7], 'pdf', 'pdf',
       1000000, ${PAGES}, ${PAGES}, md5('hash' || n), s.at, md5('document0')::uuid, public.search_vector('fr', 'Délibération ' || n || ' Commune ' || n % 500)
     from sown s join file f on f.id = s.id`,
    [from, batch, first, documents],
  );
  await owner.query(
    `insert into document_page (document_id, page, words, search)
     select md5('document' || n)::uuid, p, t.words || ' seul' || n,
       t.search || format('''=seul%1$s'':500 ''seul%1$s'':500', n)::tsvector
     from generate_series($1::int, $1::int + $2::int - 1) n cross join generate_series(1, ${PAGES}) p
     join sown_text t on t.place = (n::bigint * 37 + p * 101) % $3::int`,
    [from, batch, texts],
  );
}

/** Words of which the n-th is as frequent as one in n, and always the same ones. */
function sownTexts(count: number): string[] {
  const syllables = ['ca', 'me', 'ra', 'vi', 'lo', 'pe', 'tu', 'no', 'si', 'de'];
  const word = (n: number): string =>
    n < FREQUENT.length
      ? (FREQUENT[n] ?? '')
      : [...String(n * 7919)].map((digit) => syllables[Number(digit)] ?? '').join('');
  let seed = 12_345;
  const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return Array.from({ length: count }, () =>
    Array.from({ length: WORDS }, () => word(Math.floor(20_000 ** next()) - 1)).join(' '),
  );
}

const FREQUENT = [
  'commune',
  'conseil',
  'vidéosurveillance',
  'délibération',
  'analyse',
  'marché',
  'prestataire',
  'rue',
];
