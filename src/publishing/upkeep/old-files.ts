import type { Transaction } from '../../database/transaction.js';
import type { Way } from './walks.js';

/** Raise it with a change of what `search_vector` makes of a text. */
const INDEX_VERSION = 1;
/** At least one file, however many pages it has. */
const PAGES_AT_ONCE = 200;
const FILES_AT_ONCE = 50;

/**
 * The walk over the words of files, also of those that wait: they are searched from the day of their publication on.
 */
export const searchedFiles = (language: string): Way => ({
  name: 'search-files',
  goal: `${INDEX_VERSION} ${language}`,
  batch: (tx, reached) => searchSome(tx, reached, language),
});

/**
 * Posts are locked before files, as by whoever publishes or takes down. So what is taken down meanwhile is not shown
 * again, and what is published meanwhile keeps its new vectors.
 */
async function searchSome(tx: Transaction, reached: string, language: string): Promise<string | null> {
  const files = await tx.query<{ id: string }>(
    `select id from (select id, sum(coalesce(pages, 1)) over (order by id) - coalesce(pages, 1) as before from
       (select id, pages from desk.file where id > $1::uuid and state = 'clean' order by id limit ${FILES_AT_ONCE}) next
     ) counted where before < ${PAGES_AT_ONCE} order by id`,
    [reached === '' ? '00000000-0000-0000-0000-000000000000' : reached],
  );
  const last = files.at(-1);
  if (last === undefined) return null;
  const ids = files.map(({ id }) => id);
  await lockPosts(tx, ids);
  await tx.query('select from desk.file where id = any($1::uuid[]) order by id for no key update', [ids]);
  await tx.query(
    'update desk.file_page set search = public.search_vector($2, words) where file_id = any($1::uuid[])',
    [ids, language],
  );
  for (const { thread, number } of await lockPosts(tx, ids))
    await tx.query('select desk.show_documents($1, $2)', [thread, number]);
  return last.id;
}

/** The posts that have these files. */
function lockPosts(tx: Transaction, ids: readonly string[]): Promise<{ thread: number; number: number }[]> {
  return tx.query<{ thread: number; number: number }>(
    `select thread_id as thread, number from post
     where (thread_id, number) in (select thread_id, number from document where id = any($1::uuid[]))
     order by thread_id, number for no key update`,
    [ids],
  );
}
