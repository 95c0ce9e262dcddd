import type { Queries } from '../database/transaction.js';
import { nameKey } from '../members/name-key.js';
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
  forum: string;
  nameTaken: boolean;
}

/** What screening wants to know, and whose name a guest may not write under. */
interface Gathered extends Omit<Facts, 'mostLately'> {
  /** The name of the forum, which nobody else may bear. */
  forum: string;
  /** Look-alikes share a key, so nobody answers in a member's name. */
  nameTaken: boolean;
}

interface Sent {
  name: string;
  texts: readonly string[];
}

/**
 * By one query, whose planner can't look at what it is asked: for a guest, or a text that few have sent, it would find
 * a plan that is a little cheaper, and plan each sending anew. A copy is looked for among what the same member sent and
 * what was published, and nowhere else: a hold because of somebody's waiting text would reveal that this text exists.
 */
export async function gatherFacts(
  tx: Queries,
  { member }: Visitor,
  { name, texts }: Sent,
  now: Date,
): Promise<Gathered> {
  const [found] = await tx.query<Found>(
    `with asked as materialized (select $1::int as member, $2::timestamptz as lately, $3::bytea[] as hashes,
       $4::timestamptz as recent, $5::timestamptz as now, $6::text as name)
     select
       coalesce((select ${isSuspendedAt('q.now')} from private.account a where a.member_id = q.member), false)
         as suspended,
       (select count(*)::int from desk.submission s where s.author_id = q.member and s.written_at > q.lately)
         as "sentLately",
       exists (select 1 from desk.submission s where s.text_hash = any(q.hashes) and s.written_at > q.recent
         and s.kind not in ${kindsWith('changesPost')}
         and (s.author_id = q.member or s.status = 'published')) as "sentBefore",
       array(select w.word from desk.blocked_word w where w.list = 'hold' order by w.word) as hold,
       array(select w.word from desk.blocked_word w where w.list = 'refuse' order by w.word) as refuse,
       coalesce((select s.name from site s), '') as forum,
       exists (select from member m where m.name_key = q.name) as "nameTaken"
     from asked q`,
    [
      member?.id ?? null,
      new Date(now.getTime() - MINUTE),
      texts.map(textHash).filter((hash) => hash !== null),
      new Date(now.getTime() - RECENT),
      now,
      member !== null || name === '' ? null : nameKey(name),
    ],
  );
  if (found === undefined) throw new Error('a query without a table had no row');
  const { hold, refuse, ...others } = found;
  return { ...others, blocked: { hold, refuse } };
}
