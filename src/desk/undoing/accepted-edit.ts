import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { excerpt } from '../../markup/excerpt.js';
import type { Visitor } from '../../visitors/visitor.js';
import { carryEdits } from '../carry-edits.js';
import { lockPlace } from '../lock-place.js';
import { EXCERPT } from '../published.js';
import { nextChange } from '../replace-post.js';
import { slugOf } from '../slug.js';
import { authorsWordsAgain, waitAgain } from '../wait-again.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

interface Revision {
  revision: number;
  title: string | null;
  source: string;
  html: string;
  rendererVersion: number | null;
  editedAt: Date | null;
  editedByTeam: boolean;
}

/** The words that the last edit has replaced become the post again, and stop being a revision of it. */
async function putBack(tx: Transaction, thread: number, number: number, change: number): Promise<void> {
  const [former] = await tx.query<Revision>(
    `select revision, title, source, html, renderer_version as "rendererVersion", edited_at as "editedAt", edited_by_team as "editedByTeam"
     from desk.revision where thread_id = $1 and number = $2 order by revision desc limit 1`,
    [thread, number],
  );
  const [standing] = former === undefined ? [] : await tx.query(
    `update post set source = $3, html = $4, excerpt = $5, renderer_version = coalesce($6, renderer_version), edited_at = $7,
       edited_by_team = $8, change = $9 where thread_id = $1 and number = $2 and gone is null returning number`,
    [
      thread, number, former.source, former.html, excerpt(former.html, EXCERPT), former.rendererVersion, former.editedAt,
      former.editedByTeam, change,
    ],
  );
  if (former === undefined || standing === undefined) throw new Conflict('decided-since');
  if (former.title !== null) await tx.query('update thread set title = $2, slug = $3 where id = $1', [thread, former.title, slugOf(former.title)]);
  // What readers see of it goes with it.
  await tx.query('delete from desk.revision where thread_id = $1 and number = $2 and revision = $3', [thread, number, former.revision]);
}

/** Undoing an accepted edit puts the text of before back, and the edit waits again beside it. */
export const undoing: Undoing = {
  decisions: ['accept', 'edit-and-accept', 'publish'],
  kinds: ['edit'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const [place] = await tx.query<{ thread: number; number: number; category: number }>(
      'select thread_id as thread, number, category_id as category from desk.submission where id = $1', [row.submission],
    );
    if (place === undefined || !moderator.moderatesCategory(place.category)) throw new NotFound();
    const { thread, number, category } = place;
    const rows = await lockPlace(tx, thread, [number]);
    const change = await nextChange(tx, thread);
    await mustStand(tx, row);
    const edit = rows.find(({ id }) => id === row.submission);
    if (edit?.status !== 'published') throw new Conflict('decided-since');
    await putBack(tx, thread, number, change);
    await waitAgain(tx, edit.id, now, change);
    if (row.decision === 'edit-and-accept') await authorsWordsAgain(tx, edit.id, now);
    // Others that were written about the same words can be accepted again, too.
    const others = rows.filter(({ kind, status }) => kind === 'edit' && (status === 'waiting' || status === 'returned'));
    if (edit.baseChange !== null) await carryEdits(tx, others.map(({ id }) => id), edit.baseChange, change);
    await tx.tell({ news: 'PostChanged', category, thread, number });
    await tx.tell({ news: 'QueueChanged', category, submission: edit.id });
  },
};
