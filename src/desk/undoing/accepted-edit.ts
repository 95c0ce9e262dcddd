import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { propertiesOf } from '../../submissions/kind.js';
import type { Visitor } from '../../visitors/visitor.js';
import { carryEdits } from '../../publishing/carry-edits.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { nextChange } from '../../publishing/replace-post.js';
import { putRevisionBack } from '../../publishing/revisions.js';
import { authorsWordsAgain, waitAgain } from './wait-again.js';
import { mustStand } from './must-stand.js';
import { NOT_PUBLISHED, postGone } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [
  NOT_PUBLISHED,
  {
    code: 'decided-since',
    when: `${postGone()} or not exists (select 1 from desk.revision x where x.thread_id = d.thread_id
      and x.number = d.number)`,
  },
];

/** Undoing an accepted edit puts the earlier text back, and the edit waits again. */
export const undoing: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const [place] = await tx.query<{ thread: number; number: number; category: number }>(
      'select thread_id as thread, number, category_id as category from desk.submission where id = $1',
      [row.submission],
    );
    if (place === undefined || !moderator.moderatesCategory(place.category)) throw new NotFound();
    const { thread, number, category } = place;
    const rows = await lockPlace(tx, thread, [number]);
    const change = await nextChange(tx, thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const edit = rows.find(({ id }) => id === row.submission);
    if (edit?.status !== 'published') throw new Conflict('decided-since');
    if (!(await putRevisionBack(tx, { thread, number }, change, now))) throw new Conflict('decided-since');
    await waitAgain(tx, edit.id, now, change);
    if (row.decision === 'edit-and-accept') await authorsWordsAgain(tx, edit.id, now);
    // Other edits of the same words can be accepted again, too.
    const others = rows.filter(
      ({ kind, status }) => propertiesOf(kind).changesPost && (status === 'waiting' || status === 'returned'),
    );
    if (edit.baseChange !== null)
      await carryEdits(
        tx,
        others.map(({ id }) => id),
        edit.baseChange,
        change,
      );
    await tx.tell({ news: 'PostChanged', category, thread, number });
    await tx.tell({ news: 'QueueChanged', category, submission: edit.id });
  },
};
