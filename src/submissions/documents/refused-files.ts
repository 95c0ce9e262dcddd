import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { eraseFiles } from './replace-file.js';

const DAY = 86_400_000;
export const FORGET_REFUSED_FILES = defineJob('forget-refused-files', z.strictObject({}), { every: DAY / 24 });

/** For so many days after a refusal its files stay, for an undo or an appeal. */
export const REFUSED_FILES_LAST = 14;
/** For so many days the team can put back a file that it has blacked out. */
export const REPLACED_FILES_LAST = 7;
const AT_ONCE = 500;

/**
 * Erases the files of what was refused, some days after the decision, unless an appeal runs; and those in whose place
 * stands another one, without what is covered.
 */
@Injectable()
export class RefusedFiles {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(FORGET_REFUSED_FILES, (_, { now }) => this.forget(now));
  }

  async forget(now: Date): Promise<void | 'unfinished'> {
    return this.writer.transaction(async (tx) => {
      const gone = await tx.query<{ id: string; keptAs: string }>(
        `select f.id, coalesce(f.kept_as, f.id) as "keptAs" from desk.document d join desk.submission s
          on s.id = d.submission_id
             join desk.file f on f.id = d.id
           where (f.replaced_at < $2 or (s.status in ('refused', 'spam') and s.decided_at < $1
               and not exists (select from desk.submission a where a.appeals = s.id and a.status = 'waiting')))
             and not exists (select from desk.post_documents p
               where p.documents @> jsonb_build_array(jsonb_build_object('id', d.id)))
           limit ${AT_ONCE} for update of f`,
        [REFUSED_FILES_LAST, REPLACED_FILES_LAST].map((days) => new Date(now.getTime() - days * DAY)),
      );
      await eraseFiles(tx, gone);
      return gone.length === AT_ONCE ? 'unfinished' : undefined;
    });
  }
}
