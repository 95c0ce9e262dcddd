import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { countAnswers } from '../../publishing/workshops/candidates.js';
import { wrongKey } from '../../submissions/checked.js';
import { InstallationSecret } from '../../submissions/installation-secret.js';
import { hashOf } from '../../submissions/token-hash.js';
import { tokensFrom } from '../../submissions/tokens.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Availability, checkedAvailability, type TypedAvailability } from './checked-availability.js';
import { openPoll, readPoll } from './open-poll.js';

export interface OwnAvailability extends Availability {
  thread: number;
}

/**
 * Which of the dates that a workshop asks about people can come to. Each answer is read and changed by its secret
 * address alone; everybody else gets sums.
 */
@Injectable()
export class Polls {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
  ) {}

  /**
   * @returns the token of its address; the same key with the same answer gets the same. @throws NotFound, Conflict,
   * Invalid
   */
  async answer(
    visitor: Visitor,
    thread: number,
    { key, ...typed }: TypedAvailability & { key: string },
    now: Date,
  ): Promise<string> {
    const secret = await this.secret.get();
    return this.writer.transaction(async (tx) => {
      const poll = await openPoll(tx, visitor, thread, now);
      const answer = checkedAvailability(typed, poll.candidates, wrongKey(key));
      const who = visitor.member?.id ?? null;
      const tokens = tokensFrom(secret, ['availability', who, key, thread, answer], ['availability key', who, key]);
      const stored = await tx.query(
        `insert into private.availability (id, thread_id, key_hash, token_hash, name, yes, maybe, last_end)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key_hash) do nothing returning id`,
        [tokens.id, thread, tokens.keyHash, tokens.tokenHash, answer.name, answer.yes, answer.maybe, poll.lastEnd],
      );
      if (stored.length > 0) await count(tx, poll);
      else if (!(await isThisAnswer(tx, tokens))) throw new Conflict('key-used');
      return tokens.token;
    });
  }

  /** The same questions as when it is stored. @throws NotFound, Conflict, Invalid */
  async check(visitor: Visitor, thread: number, typed: TypedAvailability, now: Date): Promise<Availability> {
    const { candidates } = await readPoll(this.writer, visitor, thread, now);
    return checkedAvailability(typed, candidates);
  }

  /** Null for a token that opens nothing. */
  async of(token: string): Promise<OwnAvailability | null> {
    const [row] = await this.writer.query<OwnAvailability>(
      'select thread_id as thread, name, yes, maybe from private.availability where token_hash = $1',
      [hashOf(token)],
    );
    return row ?? null;
  }

  /** @throws NotFound, Conflict, Invalid */
  async change(visitor: Visitor, token: string, typed: TypedAvailability, now: Date): Promise<void> {
    const own = await this.of(token);
    if (own === null) throw new NotFound();
    await this.writer.transaction(async (tx) => {
      const poll = await openPoll(tx, visitor, own.thread, now);
      const { name, yes, maybe } = checkedAvailability(typed, poll.candidates);
      const changed = await tx.query(
        `update private.availability set name = $2, yes = $3, maybe = $4, last_end = $5 where token_hash = $1
         returning id`,
        [hashOf(token), name, yes, maybe, poll.lastEnd],
      );
      if (changed.length === 0) throw new NotFound();
      await count(tx, poll);
    });
  }

  /**
   * Erases an answer, whatever has become of the workshop. Answers the thread of it; null for a token that opens
   * nothing.
   */
  erase(token: string): Promise<number | null> {
    return this.writer.transaction(async (tx) => {
      const [row] = await tx.query<{ thread: number; category: number }>(
        `select a.thread_id as thread, t.category_id as category from private.availability a
         join thread t on t.id = a.thread_id where a.token_hash = $1 for key share of t`,
        [hashOf(token)],
      );
      if (row === undefined) return null;
      await tx.query('select from workshop where thread_id = $1 for update', [row.thread]);
      await tx.query('delete from private.availability where token_hash = $1', [hashOf(token)]);
      await count(tx, row);
      return row.thread;
    });
  }
}

async function isThisAnswer(
  tx: Transaction,
  { keyHash, tokenHash }: { keyHash: Buffer; tokenHash: Buffer },
): Promise<boolean> {
  const rows = await tx.query('select from private.availability where key_hash = $1 and token_hash = $2', [
    keyHash,
    tokenHash,
  ]);
  return rows.length > 0;
}

async function count(tx: Transaction, { thread, category }: { thread: number; category: number }): Promise<void> {
  await countAnswers(tx, thread);
  await tx.tell({ news: 'WorkshopChanged', category, thread });
}
