import { listed } from '../database/listed.js';
import type { Queries } from '../database/transaction.js';
import { nameKey } from '../members/name-key.js';
import { isSuspendedAt } from '../members/suspension.js';
import type { Facts } from '../screening/phase.js';
import type { Visitor } from '../visitors/visitor.js';
import { kindsWith } from './kind.js';
import { bytes, textHash } from './text-hash.js';

const MINUTE = 60_000;
const RECENT = 30 * 86_400_000;
const ASKED = listed(
  'nth int, member int, lately timestamptz, hashes bytea[], recent timestamptz, now timestamptz, name text',
);

interface Found {
  suspended: boolean;
  sentLately: number;
  sentBefore: boolean;
  nameTaken: boolean;
}

/** What is the same for whoever asks; of several rows the first one has it. */
interface FoundLists {
  hold: string[];
  refuse: string[];
  forum: string;
}

/** What screening wants to know, and whose name a guest may not write under. */
export interface GatheredFacts extends Omit<Facts, 'mostLately'> {
  /** The name of the forum, which nobody else may bear. */
  forum: string;
  /** Look-alikes share a key, so nobody answers in a member's name. */
  nameTaken: boolean;
}

/** Of whom and of which words it wants to know that. */
export interface AskedFacts {
  visitor: Visitor;
  name: string;
  texts: readonly string[];
  now: Date;
}

/**
 * By one query for all, whose planner can't look at what it is asked: for a guest, or a text that few have sent, it
 * would find a plan that is a little cheaper, and plan each sending anew. A copy is looked for among what the same
 * member sent and what was published, and nowhere else: a hold because of somebody's waiting text would reveal that
 * this text exists.
 */
export async function gatherFacts(tx: Queries, all: readonly AskedFacts[]): Promise<GatheredFacts[]> {
  if (all.length === 0) return [];
  const rows = await tx.query<Found & FoundLists>(
    `with asked as materialized (${ASKED})
     select
       coalesce((select ${isSuspendedAt('q.now')} from private.account a where a.member_id = q.member), false)
         as suspended,
       (select count(*)::int from desk.submission s where s.author_id = q.member and s.written_at > q.lately)
         as "sentLately",
       exists (select 1 from desk.submission s where s.text_hash = any(q.hashes) and s.written_at > q.recent
         and s.kind not in ${kindsWith('changesPost')}
         and (s.author_id = q.member or s.status = 'published')) as "sentBefore",
       coalesce((select true from member m where m.name_key = q.name limit 1), false) as "nameTaken",
       case nth when 0 then array(select w.word from desk.blocked_word w where w.list = 'hold' order by w.word) end
         as hold,
       case nth when 0 then array(select w.word from desk.blocked_word w where w.list = 'refuse' order by w.word) end
         as refuse,
       case nth when 0 then coalesce((select s.name from site s), '') end as forum
     from asked q order by nth`,
    [JSON.stringify(all.map(askedRow)), all.length],
  );
  const [first] = rows;
  if (first === undefined || rows.length < all.length) throw new Error('somebody asked and was not answered');
  const { forum, hold, refuse } = first;
  const blocked = { hold, refuse };
  return rows.map(({ suspended, sentLately, sentBefore, nameTaken }) => {
    return { suspended, sentLately, sentBefore, nameTaken, forum, blocked };
  });
}

function askedRow({ visitor: { member }, name, texts, now }: AskedFacts, nth: number): object {
  return {
    nth,
    member: member?.id ?? null,
    lately: new Date(now.getTime() - MINUTE),
    hashes: texts.flatMap((text) => bytes(textHash(text)) ?? []),
    recent: new Date(now.getTime() - RECENT),
    now,
    name: member !== null || name === '' ? null : nameKey(name),
  };
}
