import type { Queries } from '../database/transaction.js';
import { isSuspendedAt } from '../members/suspension.js';
import type { Facts } from '../screening/phase.js';
import type { Visitor } from '../visitors/visitor.js';
import { kindsWith } from './kind.js';
import { textHash } from './text-hash.js';

const MINUTE = 60_000;
const RECENT = 30 * 86_400_000;

interface Found {
  suspended: boolean;
  sentLately: number;
  sentBefore: boolean;
  hold: string[];
  refuse: string[];
}

/**
 * What screening wants to know, by one query. A copy is looked for among what the same member sent and what was
 * published, and nowhere else: a hold because of somebody's waiting text would reveal that this text exists.
 */
export async function gatherFacts(
  tx: Queries,
  { member }: Visitor,
  texts: readonly string[],
  now: Date,
): Promise<Omit<Facts, 'mostLately'>> {
  const [found] = await tx.query<Found>(
    `select
       coalesce((select ${isSuspendedAt('$5')} from private.account a where a.member_id = $1), false) as suspended,
       (select count(*)::int from desk.submission s where s.author_id = $1 and s.written_at > $2) as "sentLately",
       exists (select 1 from desk.submission s where s.text_hash = any($3) and s.written_at > $4
         and s.kind not in ${kindsWith('changesPost')}
         and (s.author_id = $1 or s.status = 'published')) as "sentBefore",
       array(select w.word from desk.blocked_word w where w.list = 'hold' order by w.word) as hold,
       array(select w.word from desk.blocked_word w where w.list = 'refuse' order by w.word) as refuse`,
    [
      member?.id ?? null,
      new Date(now.getTime() - MINUTE),
      texts.map(textHash).filter((hash) => hash !== null),
      new Date(now.getTime() - RECENT),
      now,
    ],
  );
  if (found === undefined) throw new Error('a query without a table had no row');
  const { suspended, sentLately, sentBefore, hold, refuse } = found;
  return { suspended, sentLately, sentBefore, blocked: { hold, refuse } };
}
