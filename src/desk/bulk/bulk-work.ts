import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../clock/clock.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { defineJob, type Turn } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { Decisions } from '../decisions/decisions.js';
import { Undo } from '../undoing/undo.js';
import { actingModerator } from './acting-moderator.js';
import { BulkItemEntity } from './bulk-item.entity.js';
import { BulkEntity } from './bulk.entity.js';
import type { BulkState, BulkVerdict, Chosen } from './bulk.js';

const bulk = z.strictObject({ bulk: z.uuid() });
export const DECIDE_BULK = defineJob('decide-bulk', bulk);
export const UNDO_BULK = defineJob('undo-bulk', bulk);

/** How many are read at a time: little is in memory, and a stop or an undo is noticed soon. */
const HANDFUL = 25;

type Running = BulkVerdict & { state: BulkState; member: number; undoneBy: number | null };
type Item = Chosen & { place: number; decisionId: string | null };

/**
 * What is said of an item that could not be decided or undone; anything but a problem of the forum's own is thrown on.
 */
function codeOf(error: unknown): string {
  if (error instanceof Conflict) return error.code;
  if (error instanceof NotFound) return 'not-yours';
  if (error instanceof Invalid) return 'invalid';
  throw error;
}

/**
 * Each item is decided like a single submission: in its own transaction, for the version that was read, with the
 * moderator's rights at that time. Its outcome is written in the same transaction, so that a process that is killed
 * leaves nothing half done, and the next one goes on with the first item that has no outcome.
 */
@Injectable()
export class BulkWork {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly decisions: Decisions,
    private readonly undoing: Undo,
    private readonly clock: Clock,
  ) {
    jobs.does(DECIDE_BULK, ({ bulk: id }, turn) => this.each(id, 'deciding', turn));
    jobs.does(UNDO_BULK, ({ bulk: id }, turn) => this.each(id, 'undoing', turn));
  }

  private async each(id: string, state: 'deciding' | 'undoing', { stopping }: Turn): Promise<void | 'unfinished'> {
    for (;;) {
      const items = await this.items(id, state);
      if (items.length === 0) return this.finish(id, state);
      for (const item of items) {
        if (stopping.aborted) return 'unfinished';
        const go = state === 'deciding' ? await this.decide(id, item) : await this.undo(id, item);
        if (!go) return;
      }
    }
  }

  private items(id: string, state: 'deciding' | 'undoing'): Promise<Item[]> {
    const [left, order] =
      state === 'deciding'
        ? ['outcome is null', 'place']
        : ['decision_id is not null and undone is null', 'decision_id desc'];
    return this.writer.query<Item>(
      `select place, submission_id as id, version, decision_id::text as "decisionId" from desk.bulk_item
       where bulk_id = $1 and ${left} order by ${order} limit ${HANDFUL}`,
      [id],
    );
  }

  private async finish(id: string, state: 'deciding' | 'undoing'): Promise<void> {
    const after = state === 'deciding' ? 'decided' : 'undone';
    await this.writer.repository(BulkEntity).update({ id, state }, { state: after, finishedAt: this.clock.now() });
  }

  private decide(id: string, item: Item): Promise<boolean> {
    return this.inTurn(
      id,
      'deciding',
      item,
      async (tx, { member, state: _state, undoneBy: _undoneBy, ...verdict }) => {
        const moderator = await actingModerator(tx, member, this.clock.now());
        const done = await this.decisions.decideIn(
          tx,
          moderator,
          { id: item.id, verdict: { ...verdict, version: item.version }, batch: id },
          this.clock.now(),
        );
        await this.note(tx, id, item, { outcome: done.decision, decisionId: done.id });
      },
    );
  }

  private undo(id: string, item: Item): Promise<boolean> {
    return this.inTurn(id, 'undoing', item, async (tx, { undoneBy, member }) => {
      const moderator = await actingModerator(tx, undoneBy ?? member, this.clock.now());
      await this.undoing.undoIn(tx, moderator, item.decisionId ?? '', this.clock.now(), id);
      await this.note(tx, id, item, { undone: 'undo' });
    });
  }

  /**
   * The row of the bulk is locked as long as one item takes, so that a request to undo the bulk waits for that item
   * and no longer. Answers false when the bulk is not in this state any more.
   */
  private async inTurn(
    id: string,
    state: 'deciding' | 'undoing',
    item: Item,
    act: (tx: Transaction, running: Running) => Promise<void>,
  ): Promise<boolean> {
    try {
      return await this.writer.transaction(async (tx) => {
        const running = await this.running(tx, id);
        if (running?.state !== state) return false;
        await act(tx, running);
        return true;
      });
    } catch (error) {
      const code = codeOf(error);
      await this.note(this.writer, id, item, state === 'deciding' ? { outcome: code } : { undone: code });
      return true;
    }
  }

  private async running(tx: Transaction, id: string): Promise<Running | undefined> {
    const [row] = await tx.query<Running>(
      `select state, member_id as member, undone_by as "undoneBy", decision, reasons, remark, language from desk.bulk
        where id = $1 for share`,
      [id],
    );
    return row;
  }

  private async note(
    tx: Pick<Transaction, 'repository'>,
    id: string,
    { place }: Item,
    what: Partial<Pick<BulkItemEntity, 'outcome' | 'decisionId' | 'undone'>>,
  ): Promise<void> {
    await tx.repository(BulkItemEntity).update({ bulkId: id, place }, what);
  }
}
