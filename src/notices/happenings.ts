import type { Queries } from '../database/transaction.js';
import type { Decision } from '../publishing/decision.js';
import type { Status } from '../submissions/followed.js';
import { type Kind, kindsWith, propertiesOf } from '../submissions/kind.js';
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
  /** Whether it has made a reply visible to readers, for the first time or again. */
  appeared: boolean;
  /** Whether whoever its post names may be told of it: its words have become public by it. */
  names: boolean;
  /** Whether it has changed what somebody else wrote, on a proposal. */
  proposed: boolean;
  /** The number of the post that it answers. */
  answers: number | null;
}

interface Row extends Omit<Happening, 'told' | 'appeared' | 'names' | 'proposed'> {
  decided: Decision;
  by: number | null;
  about: Kind | null;
  undid: Decision | null;
  wasTold: boolean;
  undone: boolean;
  kind: Kind;
  status: Status;
  proposes: boolean;
  stands: boolean | null;
  gone: string | null;
}

const PUBLISHES: readonly Decision[] = ['publish', 'accept', 'edit-and-accept', 'team-edit'];
const APPEARS: readonly (Told | null)[] = ['published', 'published-edited', 'appeal-granted'];

/** An answer to a thread is one to its first post; a comment that answers no other is one to the article. */
const HAPPENED = `
  select d.id::text as decision, d.decision as decided, d.decided_at as at, d.member_id as by, k.kind as about,
    u.decision as undid,
    exists (select from private.notice n where n.decision_id = u.id and n.kind <> all('{answered,case-changed}'))
      or exists (select from private.mail m where m.decision_id = u.id and m.kind = 'decided') as "wasTold",
    exists (select from desk.decision later where later.undoes = d.id) as undone,
    s.id as submission, s.author_id as author, s.kind, s.status, s.proposes, s.thread_id as thread, s.number,
    case when s.kind in ${kindsWith('answersFirst')} then coalesce(s.reply_to, 1) else s.reply_to end as answers,
      p.gone is null as stands, p.gone
  from desk.decision d
  left join desk.decision u on u.id = d.undoes
  left join desk.submission k on k.id = d.submission_id
  left join post_moved v on v.thread_id = d.thread_id and v.number = d.number
  join desk.submission s on s.id = case
    when k.appeals is not null then k.appeals
    when k.kind in ${kindsWith('isContribution')} then k.id
    else (select b.id from desk.submission b where b.thread_id = coalesce(v.to_thread, d.thread_id)
      and b.number = coalesce(v.to_number, d.number)
      and b.kind in ${kindsWith('becomesPost')} limit 1) end
  left join post p on p.thread_id = s.thread_id and p.number = s.number
  where d.id = $1::bigint`;

/** What members' pages say and what hosts write to the registered stands in no post. */
function standsAsPost(kind: Kind): boolean {
  const { becomesPost, changesPost } = propertiesOf(kind);
  return becomesPost || changesPost;
}

/**
 * Null when there is nothing to tell anybody: it was undone, its own author decided it, or something has changed
 * since.
 */
export async function happeningOf(from: Queries, decision: string): Promise<Happening | null> {
  const [row] = await from.query<Row>(HAPPENED, [decision]);
  if (row === undefined || row.undone) return null;
  const {
    decided,
    by,
    about,
    undid,
    wasTold,
    undone: _undone,
    kind,
    status,
    proposes,
    stands,
    gone,
    ...happening
  } = row;
  const told = toldOf(decided, about, undid);
  const so = told === null || isStillSo(told, { status, stands: standsAsPost(kind) ? stands === true : null, gone });
  if (!so || (decided === 'undo' && !wasTold)) return null;
  const appeared =
    (decided === 'publish' || APPEARS.includes(told)) && propertiesOf(kind).becomesPost && stands === true;
  const names = PUBLISHES.includes(decided) && stands === true;
  const proposed = proposes && names && status === 'published';
  return { ...happening, proposed, told: by !== null && by === happening.author ? null : told, appeared, names };
}
