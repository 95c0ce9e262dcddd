import type { Queries } from '../../database/transaction.js';
import type { Status } from '../../submissions/followed.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import type { Kind } from '../../submissions/kind.js';
import type { Facts } from '../../submissions/thread-facts/facts.js';

/** What an appeal is against: a refusal, or that a published post was taken down. */
export interface Appealed {
  /** The appealed submission. */
  id: string;
  kind: Kind;
  status: Status;
  version: number;
  text: string;
  facts: Facts | null;
  documents: SaidDocument[];
  category: number | null;
  thread: number | null;
  number: number | null;
  takenDown: boolean;
  /** The member who decided against it; null when there is no such decision or account any more. */
  decider: number | null;
  /** Whether nobody else moderates this category, so that the same moderator decides again. */
  alone: boolean;
}

/** Whether what was decided against it still holds. */
export function stands({ status, takenDown }: Pick<Appealed, 'status' | 'takenDown'>): boolean {
  return takenDown || status === 'refused' || status === 'spam';
}

/** On a submission `s` and the row `r` of desk.removed_post of its post: who decided against it. */
export const DECIDER = 'case when r.number is not null then r.removed_by else s.decided_by end';

/** On a submission `s` and a member's id: whether no other moderator of its category could hear an appeal at $now. */
export function aloneWith(decider: string, now: string): string {
  return `not exists (select 1 from member o join private.account oa on oa.member_id = o.id
    and (oa.suspended_at is null or oa.suspended_until <= ${now})
    where o.id is distinct from ${decider} and (o.role = 'administrator' or (o.role = 'moderator'
      and (not exists (select 1 from desk.moderator_category mc where mc.member_id = o.id)
        or exists (select 1 from desk.moderator_category mc where mc.member_id = o.id
        and mc.category_id = s.category_id)))))`;
}

/** The submission that an appeal is against, as it is now. */
export async function appealedBy(tx: Queries, appeal: string, now: Date): Promise<Appealed | null> {
  const [row] = await tx.query<Appealed>(
    `select s.id, s.kind, s.status, s.version, s.source as text, s.facts, s.documents,
       s.category_id as category, s.thread_id as thread, s.number,
       s.status = 'published' and r.number is not null as "takenDown", ${DECIDER} as decider,
         ${aloneWith(DECIDER, '$2')} as alone
     from desk.submission a join desk.submission s on s.id = a.appeals
     left join desk.removed_post r on r.thread_id = s.thread_id and r.number = s.number and s.status = 'published'
     where a.id = $1`,
    [appeal, now],
  );
  return row ?? null;
}
