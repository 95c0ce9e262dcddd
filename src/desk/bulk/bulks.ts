import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import { Jobs } from '../../jobs/jobs.js';
import type { Visitor } from '../../visitors/visitor.js';
import { knownReasons } from '../decisions/reasons.js';
import type { BulkVerdict, BulkView } from './bulk.js';
import { viewOf } from './bulk-view.js';
import { DECIDE_BULK, UNDO_BULK } from './bulk-work.js';

/** Many decisions at once: what they will do, their start, and the undoing of all of them. */
@Injectable()
export class Bulks {
  constructor(
    private readonly writer: Writer,
    private readonly jobs: Jobs,
  ) {}

  /** For the moderator who made it and for administrators. @throws NotFound for others. */
  async one(moderator: Visitor, id: string): Promise<BulkView> {
    const view = await viewOf(this.writer, id, this.whose(moderator));
    if (view === null) throw new NotFound();
    return view;
  }

  /**
   * Starts the decisions in the background, once even if it is called twice. @throws Invalid as for a single decision.
   */
  async start(moderator: Visitor, id: string, verdict: BulkVerdict, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const { decision, remark, language } = verdict;
      const reasons = decision === 'refuse' ? await knownReasons(tx, verdict.reasons) : [];
      if (decision === 'refuse' && reasons.length === 0) throw new Invalid({ reason: 'reason-missing' });
      const [begun] = await tx.query(
        `update desk.bulk set state = 'deciding', decision = $3, reasons = $4, remark = $5, language = $6,
          started_at = $7
         where id = $1 and state = 'drafted' and ($2::int is null or member_id = $2) returning 1`,
        [id, moderator.member?.id ?? 0, decision, reasons, remark, language, now],
      );
      if (begun !== undefined) await this.jobs.add(tx, DECIDE_BULK, { bulk: id });
    });
  }

  /** Undoes all its decisions, the last one first; in a bulk that is still running, the decisions made so far. */
  async undo(moderator: Visitor, id: string, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const [begun] = await tx.query(
        `update desk.bulk set state = 'undoing', undone_by = $3, started_at = $4, finished_at = null
         where id = $1 and state in ('deciding', 'decided') and ($2::int is null or member_id = $2) returning 1`,
        [id, this.whose(moderator), moderator.member?.id ?? 0, now],
      );
      if (begun !== undefined) await this.jobs.add(tx, UNDO_BULK, { bulk: id });
    });
  }

  private whose({ member, isAdministrator }: Visitor): number | null {
    return isAdministrator ? null : (member?.id ?? 0);
  }
}
