import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs, putDown } from '../../jobs/jobs.js';

export const GATHER_STRAY_TEXTS = defineJob('gather-stray-texts', z.strictObject({}), { every: 60_000 });

export const SOON = `${GATHER_STRAY_TEXTS.name}-soon`;

/**
 * Asks for a round right after the commit, which has moved texts to another audience. The job has a key of its own:
 * with the key of the rounds, it would be put off by a round that is under way and has not seen these texts.
 */
export async function gatherSoon(tx: Transaction): Promise<void> {
  await putDown(tx, GATHER_STRAY_TEXTS, {}, { key: SOON });
}

/**
 * How many rows one transaction moves. Pages of files are long, and each of their words is an entry of an index: these
 * take a second at most.
 */
const BATCH = 100;
/** Milliseconds of one turn. Other jobs come in between, and a stop does not wait for all texts. */
export const TURN = 2_000;
/**
 * For how long a category is remembered: an hour, longer than any transaction takes. One that began before the category
 * changed may still have put its texts into the index of the former audience.
 */
const KEPT = 3_600_000;

/** The tables in which texts stand, and SQL for their rows of the category $1. */
const TABLES: readonly (readonly [table: string, ofCategory: string])[] = [
  ['searched', 'category_id = $1'],
  ['document', 'category_id = $1'],
  ['document_page', 'document_id in (select id from document where category_id = $1)'],
];

/** SQL: which of these rows stand in the index of another audience. */
const strays = (ofCategory: string): string =>
  `${ofCategory} and indexed_for <> (select audience from category where id = $1)`;

/**
 * Takes the texts of a category along into the index of its audience, where they stand in that of another one
 * (migration 102). Whoever searches finds them meanwhile, wherever they stand; only the time that a search takes may
 * tell of them until then.
 */
@Injectable()
export class StrayTexts {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(GATHER_STRAY_TEXTS, (_, { now, stopping }) => this.gather(now, stopping));
  }

  async gather(now: Date, stopping?: AbortSignal): Promise<'unfinished' | undefined> {
    const categories = await this.writer.query<{ id: number }>(
      'select distinct category_id as id from indexed_elsewhere order by 1',
    );
    let left = TURN;
    for (const { id } of categories) {
      for (const each of TABLES) {
        const places = await this.places(id, each, left);
        for (let at = 0; at < places.length; at += BATCH) {
          if (stopping?.aborted === true) return 'unfinished';
          const some = places.slice(at, at + BATCH);
          await this.writer.transaction((tx) => takeAlong(tx, id, each, some));
        }
        left -= places.length;
        if (left <= 0) return 'unfinished';
      }
      await this.writer.transaction((tx) => settle(tx, id, new Date(now.getTime() - KEPT)));
    }
    return undefined;
  }

  /**
   * The physical places of these rows in the table, found once for all batches. A row that is moved meanwhile is found
   * in the next round.
   */
  private async places(
    category: number,
    [table, ofCategory]: (typeof TABLES)[number],
    most: number,
  ): Promise<string[]> {
    const rows = await this.writer.query<{ place: string }>(
      `select ctid::text as place from ${table} where ${strays(ofCategory)} limit $2`,
      [category, most],
    );
    return rows.map(({ place }) => place);
  }
}

/**
 * Rows that somebody else has locked, maybe to take a post down, are left for the next turn: nobody waits for anybody
 * here.
 */
async function takeAlong(
  tx: Transaction,
  category: number,
  [table, ofCategory]: (typeof TABLES)[number],
  places: readonly string[],
): Promise<void> {
  await tx.query(
    `update ${table} set indexed_for = (select audience from category where id = $1) where ctid in (
       select ctid from ${table} where ctid = any($2::tid[]) and ${strays(ofCategory)} for update skip locked)`,
    [category, places],
  );
}

/**
 * Forgets the category when it has no such texts any more. Its row is locked before they are looked for: whoever brings
 * others waits, and notes the category again.
 */
async function settle(tx: Transaction, category: number, before: Date): Promise<void> {
  const old = 'e.category_id = $1 and e.since < $2';
  await tx.query(`select from indexed_elsewhere e where ${old} order by e.audience for update`, [category, before]);
  const none = TABLES.map(([table, ofCategory]) => `not exists (select from ${table} where ${strays(ofCategory)})`);
  await tx.query(`delete from indexed_elsewhere e where ${old} and ${none.join(' and ')}`, [category, before]);
}
