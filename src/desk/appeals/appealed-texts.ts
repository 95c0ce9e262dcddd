import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import { filled } from '../../site/reason.js';
import { heldFiles, typedDocument } from '../../submissions/documents/held-file.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import type { DeskCard } from '../queue/card.js';
import type { CardRow } from '../queue/card-row.js';
import { aloneWith, DECIDER } from './appealed.js';

type Against = NonNullable<DeskCard['appeal']>;
type Found = Omit<Against, 'documents'> & { appeal: string; author: string; thread: string; said: SaidDocument[] };

/** What each of these appeals is against: the text, why it was refused or taken down, by whom. */
export async function appealedTexts(tx: Queries, rows: CardRow[]): Promise<Map<string, Against>> {
  const cards = rows.map(({ id }) => id);
  if (cards.length === 0) return new Map();
  const found = await tx.query<Found>(
    `select a.id as appeal, s.id, s.kind, s.status, r.number is not null as "takenDown", coalesce(r.title,
      s.title) as title,
       coalesce(r.html, s.html) as html,
         case when r.number is not null then array[r.reason] else s.reasons end as reasons,
       case when r.number is not null then r.remark else s.remark end as remark, ${DECIDER} as decider,
       coalesce(w.name, s.author_name) as author, coalesce(t.title, r.title, s.title, '') as thread,
         d.name as "decidedBy",
       case when r.number is null then s.documents else coalesce((select p.documents from desk.post_documents p
         where p.thread_id = r.thread_id and p.number = r.number), '[]') end as said,
       coalesce(r.removed_at, s.decided_at) as "decidedAt", ${aloneWith(DECIDER, 'a.changed_at')} as alone
     from desk.submission a join desk.submission s on s.id = a.appeals
     left join desk.removed_post r on r.thread_id = s.thread_id and r.number = s.number and s.status = 'published'
     left join member d on d.id = ${DECIDER} left join member w on w.id = s.author_id left join thread t
       on t.id = s.thread_id where a.id = any${unseenList('$1', 'uuid')}`,
    [cards],
  );
  const said = found.flatMap((row) => row.said);
  const held = await heldFiles(tx, said.map(typedDocument), said);
  return new Map(
    found.map(({ appeal, author, thread, said: { length }, ...against }) => [
      appeal,
      {
        ...against,
        documents: held.splice(0, length),
        remark: against.remark && filled(against.remark, { author, thread }),
      },
    ]),
  );
}
