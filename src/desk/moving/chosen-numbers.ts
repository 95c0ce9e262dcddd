import type { Queries } from '../../database/transaction.js';
import { Conflict, Invalid } from '../../errors/errors.js';
import { TITLED } from '../../threads/article-row.js';

/** Posts of a thread that a moderator wants to move. */
export interface Chosen {
  thread: number;
  /** Those that were ticked. */
  numbers: readonly number[];
  /** Whether all posts after the first of them go too. */
  follow: boolean;
}

interface Row {
  number: number;
  stands: boolean;
  opens: boolean;
}

/**
 * The numbers of the chosen posts, in their order. `opens`: whether the first of them will open a new thread, and so
 * must not be a tombstone. The post that the title was written with can only leave with its whole thread, by a merge,
 * because its author may withdraw both.
 *
 * @throws Invalid when nothing is chosen or the wrong post, Conflict when one of them has moved since.
 */
export async function chosenNumbers(
  tx: Queries,
  { thread, numbers, follow }: Chosen,
  opens: boolean,
): Promise<number[]> {
  if (numbers.length === 0) throw new Invalid({ number: 'nothing-chosen' });
  const rows = await tx.query<Row>(
    `select p.number, p.gone is null as stands, ${TITLED} as opens from post p join thread t on t.id = p.thread_id
     where p.thread_id = $1 and p.gone is distinct from 'moved' and (p.number = any($2) or ($3 and p.number >= $4))
       order by p.number`,
    [thread, numbers, follow, Math.min(...numbers)],
  );
  const found = new Set(rows.map(({ number }) => number));
  if (numbers.some((number) => !found.has(number))) throw new Conflict('moved-since');
  if (rows.some((row) => row.opens)) throw new Invalid({ number: 'opening-stays' });
  if (opens && rows[0]?.stands === false) throw new Invalid({ number: 'first-gone' });
  return [...found];
}
