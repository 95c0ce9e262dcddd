import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lostRace } from './lost-race.js';
import { type Wanted, waitingWhere } from './queue-filter.js';

const LIFE = 5 * 60_000;

export interface Claimed {
  id: string;
  category: number | null;
}

/**
 * « Je m’en occupe »: a hint for the others that is over by itself after five minutes. It protects nothing: a
 * moderator without the claim can decide as well.
 */
@Injectable()
export class Claims {
  constructor(private readonly writer: Writer) {}

  /**
   * Takes the claim, even from a colleague: the button says so. @throws NotFound outside of the moderator's
   * categories, Conflict when the submission does not wait any more.
   */
  take(moderator: Visitor, id: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { member, category, waits } = await this.find(tx, moderator, id);
      if (!waits) throw await lostRace(tx, id, 0);
      // Taking one's own claim again keeps its first date.
      const changed = await tx.query(
        `insert into desk.claim as c (submission_id, member_id, claimed_at, until) values ($1, $2, $3, $4)
         on conflict (submission_id) do update set member_id = $2, until = $4,
           claimed_at = case when c.member_id = $2 and c.until > $3 then c.claimed_at else $3 end
         returning 1 as one`,
        [id, member, now, end(now)],
      );
      await this.forget(tx, now);
      if (changed.length > 0) await tx.tell({ news: 'ClaimChanged', category, submission: id });
    });
  }

  /**
   * Prolongs the claim while the card is open. A colleague's claim, or a submission that does not wait any more, is
   * left alone without an error: the page calls this by itself, perhaps after a decision. @throws NotFound outside of
   * the moderator's categories.
   */
  keep(moderator: Visitor, id: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { member, category, waits } = await this.find(tx, moderator, id);
      if (!waits) return;
      const [row] = await tx.query<{ since: Date }>(
        `insert into desk.claim as c (submission_id, member_id, claimed_at, until) values ($1, $2, $3, $4)
         on conflict (submission_id) do update set member_id = $2, until = $4,
           claimed_at = case when c.member_id = $2 and c.until > $3 then c.claimed_at else $3 end
         where c.member_id = $2 or c.until <= $3
         returning claimed_at as since`,
        [id, member, now, end(now)],
      );
      // A claim that is only prolonged is no news.
      if (row?.since.getTime() === now.getTime()) await tx.tell({ news: 'ClaimChanged', category, submission: id });
    });
  }

  /** Gives the claim up; does nothing to a colleague's claim, or where there is none. */
  release(moderator: Visitor, id: string): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const [row] = await tx.query<{ category: number | null }>(
        `delete from desk.claim c using desk.submission s where s.id = c.submission_id and c.submission_id = $1
          and c.member_id = $2
         returning s.category_id as category`,
        [id, moderator.member?.id ?? null],
      );
      if (row !== undefined) await tx.tell({ news: 'ClaimChanged', category: row.category, submission: id });
    });
  }

  /**
   * Claims the oldest submissions that the filter shows and nobody has claimed, at most five. Answers them oldest
   * first.
   */
  takeOldest(moderator: Visitor, wanted: Wanted, now: Date): Promise<Claimed[]> {
    return this.writer.transaction(async (tx) => {
      const { sql, values } = waitingWhere(moderator, wanted);
      const at = values.push(now, moderator.member?.id ?? null, end(now)) - 2;
      const taken = await tx.query<Claimed & { at: Date }>(
        `with oldest as (
           select s.id, s.category_id, s.written_at from desk.submission s
           where ${sql} and not exists (select 1 from desk.claim c where c.submission_id = s.id and c.until > $${at}
             and c.member_id <> $${at + 1})
           order by s.written_at, s.id limit 5)
         insert into desk.claim as c (submission_id, member_id, claimed_at, until)
         select o.id, $${at + 1}, $${at}, $${at + 2} from oldest o
         on conflict (submission_id) do update set member_id = excluded.member_id, until = excluded.until,
           claimed_at = case when c.member_id = excluded.member_id
             and c.until > $${at} then c.claimed_at else $${at} end
           where c.until <= $${at} or c.member_id = excluded.member_id
         returning c.submission_id as id, (select category_id from oldest o where o.id = c.submission_id) as category,
           (select written_at from oldest o where o.id = c.submission_id) as at`,
        values,
      );
      for (const { id, category } of taken) await tx.tell({ news: 'ClaimChanged', category, submission: id });
      return taken.toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
    });
  }

  private async find(
    tx: Transaction,
    moderator: Visitor,
    id: string,
  ): Promise<{ member: number; category: number | null; waits: boolean }> {
    const [row] = await tx.query<{ status: string; category: number | null }>(
      'select status, category_id as category from desk.submission where id = $1',
      [id],
    );
    const { member } = moderator;
    if (row === undefined || member === null || !moderator.moderatesCategory(row.category)) throw new NotFound();
    return { member: member.id, category: row.category, waits: row.status === 'waiting' };
  }

  /** Deletes claims that are over: nothing reads them, and the table stays as small as the team. */
  private async forget(tx: Transaction, now: Date): Promise<void> {
    await tx.query('delete from desk.claim where until <= $1', [now]);
  }
}

function end(now: Date): Date {
  return new Date(now.getTime() + LIFE);
}
