import type { Queries } from '../database/transaction.js';
import type { DecisionRow } from '../desk/card.js';
import type { Kind, Status } from '../submissions/followed.js';
import { isStillSo, type Told, toldOf } from './told.js';

/** A decision with the message that it concerns, as both stand now. */
export interface Happening {
  /** Digits. */
  decision: string;
  at: Date;
  /** What its author is told; null for nothing. */
  told: Told | null;
  submission: string;
  author: number | null;
  thread: number | null;
  number: number | null;
  /** It has put a reply, or brought it back, where readers see it. */
  appeared: boolean;
  /** The number of the post that it answers. */
  answers: number | null;
}

interface Row extends Omit<Happening, 'told' | 'appeared'> {
  decided: DecisionRow['decision'];
  by: number | null;
  about: Kind | null;
  undid: DecisionRow['decision'] | null;
  wasTold: boolean;
  undone: boolean;
  kind: Kind;
  status: Status;
  stands: boolean | null;
  gone: string | null;
}

const APPEARS: readonly (Told | null)[] = ['published', 'published-edited', 'appeal-granted'];

/** An answer to a thread is one to its first post; a comment that answers no other is one to the article. */
const HAPPENED = `
  select d.id::text as decision, d.decision as decided, d.decided_at as at, d.member_id as by, k.kind as about, u.decision as undid,
    exists (select from private.notice n where n.decision_id = u.id and n.kind <> 'answered')
      or exists (select from private.mail m where m.decision_id = u.id and m.kind = 'decided') as "wasTold",
    exists (select from desk.decision later where later.undoes = d.id) as undone,
    s.id as submission, s.author_id as author, s.kind, s.status, s.thread_id as thread, s.number,
    case when s.kind = 'reply' then coalesce(s.reply_to, 1) else s.reply_to end as answers, p.gone is null as stands, p.gone
  from desk.decision d
  left join desk.decision u on u.id = d.undoes
  left join desk.submission k on k.id = d.submission_id
  left join post_moved v on v.thread_id = d.thread_id and v.number = d.number
  join desk.submission s on s.id = case
    when k.kind = 'appeal' then k.appeals
    when k.kind <> 'report' then k.id
    else (select b.id from desk.submission b where b.thread_id = coalesce(v.to_thread, d.thread_id) and b.number = coalesce(v.to_number, d.number)
      and b.kind not in ('edit', 'report', 'appeal', 'profile') limit 1) end
  left join post p on p.thread_id = s.thread_id and p.number = s.number
  where d.id = $1::bigint`;

/** Null when there is nothing to tell anybody: it was undone, its author decided it, it is not so any more. */
export async function happeningOf(from: Queries, decision: string): Promise<Happening | null> {
  const [row] = await from.query<Row>(HAPPENED, [decision]);
  if (row === undefined || row.undone) return null;
  const { decided, by, about, undid, wasTold, undone: _undone, kind, status, stands, gone, ...happening } = row;
  const told = toldOf(decided, about, undid);
  const so = told === null || isStillSo(told, { status, stands: kind === 'profile' ? null : stands === true, gone });
  if (!so || (decided === 'undo' && !wasTold)) return null;
  const appeared = (decided === 'publish' || APPEARS.includes(told)) && kind !== 'edit' && stands === true;
  return { ...happening, told: by !== null && by === happening.author ? null : told, appeared };
}
