import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import { heldFiles, typedDocument } from '../../submissions/documents/held-file.js';
import { propertiesOf } from '../../submissions/kind.js';
import { shownFacts } from '../../submissions/thread-facts/shown-facts.js';
import { withPublishedCopies } from '../documents/already-published.js';
import type { CountedAs, DeskKind } from '../desk-kind.js';
import { ofKinds } from '../kinds.js';
import type { Around, CardRow } from './card-row.js';
import { appealedTexts } from '../appeals/appealed-texts.js';
import { reportedPosts } from '../reports/reported-posts.js';

type Kinds = { kind: DeskKind; rows: CardRow[] }[];

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
     where status = 'refused' and author_id = any${unseenList('$1', 'int')} group by author_id`,
    [authors],
  );
  return new Map(counts.map(({ author, refused }) => [author, refused]));
}

/** The two posts that stand before each card; lateral, so that a thread of any length is read from its index. */
async function before(tx: Queries, rows: CardRow[]): Promise<Around['before']> {
  const answers = rows.filter(({ kind, thread }) => !propertiesOf(kind).opensThread && thread !== null);
  const found = await tx.query<Before>(
    `select w.id, b.number, coalesce(m.name, b.author_name) as author, b.excerpt
     from unnest($1::uuid[], $2::int[], $3::int[]) as w (id, thread, number)
     cross join lateral (select p.number, p.author_id, p.author_name, p.excerpt from post p
       where p.thread_id = w.thread and p.gone is null and p.number < w.number order by p.number desc limit 2) b
     left join member m on m.id = b.author_id order by w.id, b.number`,
    [
      answers.map(({ id }) => id),
      answers.map(({ thread }) => thread),
      answers.map(({ number }) => number ?? 2 ** 31 - 1),
    ],
  );
  const cards: Around['before'] = new Map();
  for (const { id, ...post } of found) cards.set(id, [...(cards.get(id) ?? []), post]);
  return cards;
}

async function published(tx: Queries, kinds: Kinds): Promise<Around['published']> {
  const texts = await Promise.all(kinds.map(({ kind, rows }) => kind.standing?.(tx, rows) ?? Promise.resolve([])));
  return new Map(texts.flat().map(({ id, ...text }) => [id, text]));
}

/** Files of all cards by one query; most pages have none. */
async function documentsOf(tx: Queries, rows: CardRow[]): Promise<Around['documents']> {
  const said = rows.flatMap((row) => row.said);
  if (said.length === 0) return new Map();
  const left = await withPublishedCopies(tx, await heldFiles(tx, said.map(typedDocument), said));
  return new Map(rows.map((row) => [row.id, left.splice(0, row.said.length)]));
}

/** Of what hosts write to those who have registered: for whom it is. Most pages have none. */
async function registeredOf(tx: Queries, rows: CardRow[]): Promise<Around['registered']> {
  const written = rows.filter(({ kind }) => propertiesOf(kind).readByRegistered).map(({ id }) => id);
  if (written.length === 0) return new Map();
  const found = await tx.query<{ id: string; toLine: boolean; part: string | null }>(
    `select o.submission_id as id, o.to_line as "toLine",
       case when o.part_id is not null then coalesce(p.title, '') end as part
     from private.workshop_words o left join workshop_part p on p.id = o.part_id
     where o.submission_id = any${unseenList('$1', 'uuid')}`,
    [written],
  );
  return new Map(found.map(({ id, ...to }) => [id, to]));
}

/** What is said of threads and by steps, as it reads today. */
async function saidOf(tx: Queries, rows: CardRow[]): Promise<Around['facts']> {
  const said = rows.filter(({ facts }) => facts !== null);
  const shown = await shownFacts(
    tx,
    said.flatMap(({ thread, facts, baseFacts }) => [
      { thread, facts },
      { thread, facts: baseFacts },
    ]),
  );
  return new Map(
    said.map(({ id }, at) => [id, { facts: shown[2 * at] ?? null, baseFacts: shown[2 * at + 1] ?? null }]),
  );
}

/** A few queries for all cards of a page, however many they are. */
export async function aroundOf(tx: Queries, rows: CardRow[]): Promise<Around> {
  const kinds = ofKinds(rows);
  const counted = (as: CountedAs): CardRow[] =>
    kinds.filter(({ kind }) => kind.countsAs === as).flatMap((each) => each.rows);
  const [refused, standing, now, reported, appealed, documents, registered, facts] = await Promise.all([
    refusedOf(tx, rows),
    before(tx, rows),
    published(tx, kinds),
    reportedPosts(tx, counted('report')),
    appealedTexts(tx, counted('appeal')),
    documentsOf(tx, rows),
    registeredOf(tx, rows),
    saidOf(tx, rows),
  ]);
  return { refused, before: standing, published: now, reported, appealed, documents, registered, facts };
}
