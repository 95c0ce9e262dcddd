import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { REASONS } from '../decisions/logged-reasons.js';
import { undoingOf } from './undoing-of.js';
import type { LoggedDecision } from './undoing.js';

/** Every decision can be undone, by any moderator of its category; the log keeps it and gets one row more. */
@Injectable()
export class Undo {
  constructor(private readonly writer: Writer) {}

  /**
   * Undoes the row `decision` of the log, once. @throws NotFound outside of the moderator's categories, Conflict when
   * it was undone (`undone-already`), when somebody decided or corrected since (`decided-since`, `corrected-since`,
   * `withdrawn-since`), or when it is nothing that can be undone (`cannot-undo`). Then nothing has changed.
   */
  undo(moderator: Visitor, decision: string, now: Date): Promise<Decided> {
    return this.writer.transaction((tx) => this.undoIn(tx, moderator, decision, now));
  }

  /** The same inside a transaction of the caller's; `batch` is the bulk that it is part of. */
  async undoIn(tx: Transaction, moderator: Visitor, decision: string, now: Date, batch?: string): Promise<Decided> {
    const row = await this.row(tx, decision);
    const { member } = moderator;
    if (row === null || member === null || !moderator.moderatesCategory(row.category)) throw new NotFound();
    const undoing = undoingOf(row);
    if (undoing === null) throw new Conflict('cannot-undo');
    await undoing.undo(tx, row, moderator, now);
    const { category, submission, thread, number, version } = row;
    const about = row.detail?.['member'];
    const detail = category === null && about !== undefined ? { member: about } : undefined;
    // Each undoing takes its locks first. If one forgets a lock, the unique index of the log still prevents a second
    // undo.
    return await log(
      tx,
      member,
      { decision: 'undo', category, submission, thread, number, version, undoes: row.id, batch, detail },
      now,
    );
  }

  private async row(tx: Transaction, decision: string): Promise<LoggedDecision | null> {
    const [row] = await tx.query<LoggedDecision>(
      `select d.id::text, d.decision, d.category_id as category, d.submission_id as submission, s.kind,
        d.thread_id as thread, d.number,
         d.version, ${REASONS} as reasons, d.remark, d.detail
       from desk.decision d left join desk.submission s on s.id = d.submission_id where d.id = $1::bigint`,
      [decision],
    );
    return row ?? null;
  }
}
