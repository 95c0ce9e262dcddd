import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Kind } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Appealed, appealedBy } from '../appeals/appealed.js';
import { placesOf } from '../moving/places-of.js';
import { lockPost, takePostDown } from '../decisions/remove-post.js';
import { settle } from '../../publishing/settle.js';
import { waitAgain } from './wait-again.js';
import { mustStand } from './must-stand.js';
import { postGone, profileWaits } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

interface Former {
  decision: 'refuse' | 'spam' | 'take-down';
  at: Date;
  by: number | null;
  reasons: string[];
  remark: string | null;
}

/** The decision that the appeal was against: the last one before the grant that had not been undone. */
async function former(tx: Transaction, { id }: LoggedDecision, against: Appealed): Promise<Former | null> {
  const [row] = await tx.query<Former>(
    `select d.decision, d.decided_at as at, d.member_id as by, d.reasons, d.remark from desk.decision d
     where d.id < $1::bigint and not exists (select 1 from desk.decision u where u.undoes = d.id)
     and ((d.submission_id = $2 and d.decision in ('refuse', 'spam'))
       or ((d.thread_id, d.number) in ${placesOf('$3', '$4')} and d.decision = 'take-down'))
     order by d.id desc limit 1`,
    [id, against.id, against.thread, against.number],
  );
  return row ?? null;
}

const UNLESS = [
  {
    code: 'decided-since',
    when: `${postGone()} or exists (select 1 from desk.submission x where x.id = s.appeals
      and x.status <> 'published')`,
  },
  profileWaits('s.appeals'),
];

/**
 * A granted appeal waits again, and its submission is refused or taken down as before. `undoingsOf`: the undoings for
 * a kind.
 */
export const grant = (undoingsOf: (kind: Kind) => readonly Undoing[]): Undoing => ({
  decisions: ['accept'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.submission === null) throw new NotFound();
    const against = await appealedBy(tx, row.submission, now);
    if (against === null || !moderator.moderatesCategory(against.category)) throw new NotFound();
    await tx.query('select 1 from desk.submission where id = any($1) order by id for update', [
      [row.submission, against.id],
    ]);
    const before = await former(tx, row, against);
    if (before === null) throw new Conflict('decided-since');
    if (before.decision === 'take-down' && row.thread !== null && row.number !== null) {
      const post = await lockPost(tx, moderator, row.thread, row.number);
      await mustStand(tx, row, { moderator, now }, UNLESS);
      await takePostDown(tx, post, { reason: before.reasons[0] ?? 'other', remark: before.remark }, now);
    } else {
      const publication = undoingsOf(against.kind).find(({ decisions }) => decisions.includes('accept'));
      if (publication === undefined) throw new NotFound();
      await publication.undo(tx, { ...row, submission: against.id, kind: against.kind }, moderator, now);
      const { reasons, remark, by } = before;
      const status = before.decision === 'spam' ? 'spam' : 'refused';
      await settle(
        tx,
        { id: against.id, version: against.version, status, scope: null, by, reasons, remark },
        before.at,
      );
    }
    await waitAgain(tx, row.submission, now);
    for (const submission of [row.submission, against.id])
      await tx.tell({ news: 'QueueChanged', category: against.category, submission });
  },
});
