import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import { kindsWith } from '../../submissions/kind.js';

/** Posts of one thread, and the numbers that they get in another one, where empty rows are ready for them. */
export interface Route {
  from: number;
  to: number;
  numbers: readonly number[];
  become: readonly number[];
}

/** One post on its way. */
export interface MovedRow {
  number: number;
  becomes: number;
  /**
   * The number of the post that it answers, in the old thread and in the new one; null where that post is not in it.
   */
  replyTo: number | null;
  repliesTo: number | null;
  /** In the section of an article, the comment that its branch will hang on. */
  root: number | null;
  /** The number of its last change now, and the number that it gets in the new thread. */
  change: number;
  changes: number;
}

interface Read {
  number: number;
  becomes: number;
  change: number;
  gone: string | null;
  replyTo: number | null;
  /** For a post that comes back: the number of the post that it answered there before. */
  formerly: number | null;
  comesBack: boolean;
  formerRoot: number | null;
  /** The number of its parent in the new thread, when the parent was moved there earlier. */
  parent: number | null;
}

async function read(tx: Transaction, { from, to, numbers, become }: Route): Promise<Read[]> {
  const rows = await tx.query<Read>(
    `select w.number, w.becomes, p.change, p.gone, a.reply_to as "replyTo", b.reply_to as formerly,
      b.number is not null as "comesBack",
       d.root as "formerRoot", parent.to_number as parent
     from unnest($3::int[], $4::int[]) w (number, becomes)
     join post p on p.thread_id = $1 and p.number = w.number
     join post d on d.thread_id = $2 and d.number = w.becomes and d.gone = 'moved'
     left join desk.removed_post r on r.thread_id = $1 and r.number = w.number
     left join post_moved b on b.thread_id = $2 and b.number = w.becomes
     -- A tombstone answers nothing any more; what it covers does, at the desk.
     cross join lateral (select coalesce(p.reply_to, r.reply_to, (select s.reply_to from desk.submission s
       where s.thread_id = $1 and s.number = w.number and s.kind in ${kindsWith('becomesPost')} limit 1)) as reply_to) a
     left join post_moved parent on parent.thread_id = $1 and parent.number = a.reply_to and parent.to_thread = $2
     order by w.number`,
    [from, to, numbers, become],
  );
  if (rows.length !== numbers.length || rows.some(({ gone }) => gone === 'moved')) throw new Conflict('moved-since');
  return rows;
}

async function changesOf(tx: Transaction, thread: number, count: number): Promise<number> {
  const [row] = await tx.query<{ before: number }>(
    'update thread set changes = changes + $2 where id = $1 returning changes - $2 as before',
    [thread, count],
  );
  if (row === undefined) throw new Error(`thread ${thread} is missing`);
  return row.before;
}

/** In the section of an article, by number: the comment that each of its branches hangs on. */
async function rootsOf(tx: Transaction, thread: number): Promise<Map<number, number> | null> {
  if (!(await tx.repository(ThreadEntity).existsBy({ id: thread, ofArticle: true }))) return null;
  const roots = await tx.query<{ number: number; root: number }>(
    `select number, coalesce(root, number) as root from post where thread_id = $1 and gone is distinct from 'moved'`,
    [thread],
  );
  return new Map(roots.map(({ number, root }) => [number, root]));
}

/** The new row of each post in the other thread. @throws Conflict when one of them has moved since it was read. */
export async function rowsOf(tx: Transaction, route: Route): Promise<{ rows: MovedRow[]; changesBefore: number }> {
  const found = await read(tx, route);
  const becomes = new Map(found.map((row) => [row.number, row.becomes]));
  const roots = await rootsOf(tx, route.to);
  const [changesBefore, changesThere] = [
    await changesOf(tx, route.from, found.length),
    await changesOf(tx, route.to, found.length),
  ];
  const rows = found.map((row, index): MovedRow => {
    const { number, change, replyTo, comesBack, formerly } = row;
    const repliesTo = comesBack ? formerly : replyTo === null ? null : (becomes.get(replyTo) ?? row.parent);
    const root = roots === null ? null : comesBack ? row.formerRoot : (roots.get(repliesTo ?? 0) ?? row.becomes);
    if (root !== null) roots?.set(row.becomes, root);
    return { number, becomes: row.becomes, replyTo, repliesTo, root, change, changes: changesThere + index + 1 };
  });
  return { rows, changesBefore };
}
