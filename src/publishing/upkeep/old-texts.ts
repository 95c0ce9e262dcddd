import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { SiteEntity } from '../../site/site.entity.js';
import { searchedFiles } from './old-files.js';
import { type Way, Walks } from './walks.js';

export const SEARCH_OLD_TEXTS = defineJob('search-old-texts', z.strictObject({}), { every: 60_000 });

/** Raise it with a migration that changes what `search_again` makes of a text. */
const INDEX_VERSION = 3;
const NAME = 'search';
/** The goal of the walk: all texts are in the search, with the words of this language stemmed. */
export const searched = (language: string): Omit<Way, 'batch'> => ({
  name: NAME,
  goal: `${INDEX_VERSION} ${language}`,
});
const BATCH = 500;

interface Stretch {
  thread: number;
  first: number;
  last: number;
}

/**
 * Puts texts into the search that were published before there was one. When the language of the site has changed, whose
 * words are stemmed, it puts all texts into the search again, and then the words of files. New texts are put there by
 * triggers.
 */
@Injectable()
export class OldTexts {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly walks: Walks,
  ) {
    jobs.does(SEARCH_OLD_TEXTS, (_, { stopping }) => this.index(stopping));
  }

  /** `progress` is told how many texts were done so far. */
  async index(stopping?: AbortSignal, progress?: (texts: number) => void): Promise<'unfinished' | undefined> {
    const { language } = await this.writer.repository(SiteEntity).findOneByOrFail({ one: true });
    let texts = 0;
    const batch = async (tx: Transaction, reached: string): Promise<string | null> => {
      const stretches = await nextStretches(tx, reached);
      for (const { thread, first, last } of stretches)
        await tx.query('select from search_again($1, $2, $3)', [thread, first, last]);
      texts += stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      progress?.(texts);
      const end = stretches.at(-1);
      return end === undefined ? null : `${end.thread} ${end.last}`;
    };
    const left = await this.walks.go({ ...searched(language), batch }, stopping);
    return left ?? this.walks.go(searchedFiles(language), stopping);
  }

  /** Puts all texts into the search anew, whatever stands there. */
  async rebuild(progress?: (texts: number) => void): Promise<void> {
    const { language } = await this.writer.repository(SiteEntity).findOneByOrFail({ one: true });
    for (const { name } of [searched(language), searchedFiles(language)]) await this.walks.forget(name);
    await this.index(undefined, progress);
  }
}

async function nextStretches(tx: Transaction, reached: string): Promise<Stretch[]> {
  const [thread = 0, number = 0] = reached.split(' ').map(Number);
  return tx.query<Stretch>(
    `select thread_id as thread, min(number) as first, max(number) as last
     from (select thread_id, number from post where (thread_id, number) > ($1, $2)
       order by thread_id, number limit ${BATCH}) next
     group by thread_id order by thread_id`,
    [thread, number],
  );
}
