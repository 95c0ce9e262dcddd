import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockPost, putPostBack, takePostDown } from '../decisions/remove-post.js';
import { mustStand } from './must-stand.js';
import { POST_WITHDRAWN, postGone } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

interface Why {
  reason: string;
  remark: string | null;
}

/** Why it was taken down in the first place. */
async function formerly(tx: Transaction, { id, thread, number }: LoggedDecision): Promise<Why> {
  const [row] = await tx.query<Why>(
    `select reason, remark from desk.decision where thread_id = $1 and number = $2 and decision = 'take-down'
      and id < $3
     order by id desc limit 1`,
    [thread, number, id],
  );
  return row ?? { reason: 'other', remark: null };
}

const UNLESS = [
  POST_WITHDRAWN,
  {
    code: 'decided-since',
    when: `case d.decision when 'restore' then ${postGone()} else not exists (select 1 from desk.removed_post x
      where x.thread_id = d.thread_id and x.number = d.number) end`,
  },
];

/** Undoing a take-down restores the post, undoing a restoration takes it down again for the same reason. */
export const undoing: Undoing = {
  decisions: ['take-down', 'restore'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null || row.number === null) throw new NotFound();
    const locked = await lockPost(tx, moderator, row.thread, row.number);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const done =
      row.decision === 'take-down'
        ? await putPostBack(tx, locked, now)
        : locked.gone === null && (await takePostDown(tx, locked, await formerly(tx, row), now));
    if (!done) throw new Conflict('decided-since');
  },
};
