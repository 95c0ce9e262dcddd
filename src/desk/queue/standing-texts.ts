import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import { TITLED } from '../../threads/article-row.js';
import type { Carded, StandingText } from '../desk-kind.js';

/** The posts that these cards would change; none for a post that is gone. */
export function standingPosts(tx: Queries, cards: readonly Carded[]): Promise<StandingText[]> {
  return tx.query<StandingText>(
    `select w.id, case when ${TITLED} then t.title end as title, p.html, p.source as text
     from unnest(${unseenList('$1', 'uuid')}, ${unseenList('$2', 'int')}, ${unseenList('$3', 'int')})
       as w (id, thread, number)
     join post p on p.thread_id = w.thread and p.number = w.number and p.gone is null
     join thread t on t.id = p.thread_id`,
    [cards.map(({ id }) => id), cards.map(({ thread }) => thread), cards.map(({ number }) => number)],
  );
}

/** The texts on their authors' pages. */
export function standingPages(tx: Queries, cards: readonly Carded[]): Promise<StandingText[]> {
  return tx.query<StandingText>(
    `select w.id, null::text as title, p.html, p.source as text 
     from unnest(${unseenList('$1', 'uuid')}, ${unseenList('$2', 'int')}) as w (id, member)
      join profile p on p.member_id = w.member`,
    [cards.map(({ id }) => id), cards.map(({ authorId }) => authorId)],
  );
}
