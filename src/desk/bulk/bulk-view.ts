import type { Queries } from '../../database/transaction.js';
import type { BulkLine, BulkView, Tally } from './bulk.js';

const LINES = 40;
/** Outcomes of items that were decided; any other outcome is the reason why an item was not. */
const DECIDED = `('accept', 'edit-and-accept', 'return', 'refuse', 'spam', 'agree')`;

type Head = Pick<BulkView, 'id' | 'state' | 'back' | 'decision' | 'startedAt' | 'finishedAt'> & { elsewhere: number };
type Counts = Pick<BulkView, 'total' | 'decided' | 'agreed' | 'undone' | 'needTwo'> & { past: number; tried: number };

/**
 * Everything that the page of a bulk shows; null when `member` did not make it. With null for `member` it does not
 * matter who made it.
 */
export async function viewOf(from: Queries, id: string, member: number | null): Promise<BulkView | null> {
  const [head] = await from.query<Head>(
    `select id, state, back, decision, elsewhere, started_at as "startedAt", finished_at as "finishedAt"
     from desk.bulk where id = $1 and ($2::int is null or member_id = $2)`,
    [id, member],
  );
  if (head === undefined) return null;
  const { elsewhere, ...shown } = head;
  const draft = head.state === 'drafted';
  const [counts, kinds, categories, outcomes, stands, lines] = await Promise.all([
    countsOf(from, id),
    tally<BulkView['kinds'][number]['of']>(from, id, 's.kind', draft),
    tally(from, id, `coalesce(c.name, '')`, draft),
    skipped(from, id),
    standing(from, id),
    draft ? firstLines(from, id) : [],
  ]);
  const { past, tried, ...rest } = counts;
  const undoing = head.state === 'undoing' || head.state === 'undone';
  const total = undoing ? rest.decided + rest.agreed : rest.total;
  const left = elsewhere === 0 ? [] : [{ of: 'not-yours', count: elsewhere }];
  return {
    ...shown,
    ...rest,
    total,
    done: undoing ? tried : past,
    kinds,
    categories,
    skipped: [...outcomes, ...left],
    stands,
    lines,
  };
}

async function countsOf(from: Queries, id: string): Promise<Counts> {
  const [counts] = await from.query<Counts>(
    `select count(*) filter (where i.outcome is null or i.outcome in ${DECIDED} or b.state <> 'drafted')::int as total,
       count(*) filter (where i.outcome is not null)::int as past,
       count(*) filter (where i.outcome in ${DECIDED} and i.outcome <> 'agree')::int as decided,
       count(*) filter (where i.outcome = 'agree')::int as agreed,
       count(*) filter (where i.undone is not null)::int as tried,
         count(*) filter (where i.undone = 'undo')::int as undone,
       count(*) filter (where i.outcome is null and c.agreement > 1)::int as "needTwo"
     from desk.bulk_item i join desk.bulk b on b.id = i.bulk_id join desk.submission s on s.id = i.submission_id
     left join category c on c.id = s.category_id where i.bulk_id = $1`,
    [id],
  );
  return counts ?? { total: 0, past: 0, decided: 0, agreed: 0, tried: 0, undone: 0, needTwo: 0 };
}

function tally<C extends string = string>(
  from: Queries,
  id: string,
  of: 's.kind' | `coalesce(c.name, '')`,
  draft: boolean,
): Promise<Tally<C>[]> {
  return from.query<Tally<C>>(
    `select ${of} as of, count(*)::int as count from desk.bulk_item i join desk.submission s on s.id = i.submission_id
     left join category c on c.id = s.category_id where i.bulk_id = $1 and ($2 = false or i.outcome is null) group by 1
       order by 2 desc, 1`,
    [id, draft],
  );
}

function skipped(from: Queries, id: string): Promise<Tally[]> {
  return from.query<Tally>(
    `select outcome as of, count(*)::int as count from desk.bulk_item
     where bulk_id = $1 and outcome is not null and outcome not in ${DECIDED} group by 1 order by 2 desc, 1`,
    [id],
  );
}

function standing(from: Queries, id: string): Promise<Tally[]> {
  return from.query<Tally>(
    `select undone as of, count(*)::int as count from desk.bulk_item where bulk_id = $1 and undone <> 'undo' group by 1
      order by 2 desc, 1`,
    [id],
  );
}

function firstLines(from: Queries, id: string): Promise<BulkLine[]> {
  return from.query<BulkLine>(
    `select s.id, s.kind, coalesce(m.name, s.author_name) as author, coalesce(c.name, '') as category,
       left(coalesce(nullif(s.title, ''), regexp_replace(s.source, '\\s+', ' ', 'g')), 160) as words
     from desk.bulk_item i join desk.submission s on s.id = i.submission_id left join category c
       on c.id = s.category_id
     left join member m on m.id = s.author_id where i.bulk_id = $1 and i.outcome is null order by i.place
       limit ${LINES}`,
    [id],
  );
}
