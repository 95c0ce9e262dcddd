import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { SiteEntity } from '../../site/site.entity.js';
import { drawn, DRAWN_ROWS, redraw } from './drawn-rows.js';
import { type Batch, Walks } from './walks.js';

/**
 * The job looks once an hour. Mostly it finds nothing: a new version of the renderer comes with a start of the program,
 * which runs the job at once.
 */
export const REDRAW = defineJob('redraw', z.strictObject({}), { every: 3_600_000 });

/**
 * Draws texts anew that an older renderer has drawn, so that a hole which was closed in the renderer is closed in old
 * rows too: published, replaced, waiting. No text changes, and nobody is told of an edit; kept pages are dropped.
 */
@Injectable()
export class Redrawing {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly walks: Walks,
  ) {
    jobs.does(REDRAW, (_, { stopping }) => this.all(stopping));
  }

  async all(stopping?: AbortSignal): Promise<'unfinished' | undefined> {
    const { language } = await this.writer.repository(SiteEntity).findOneByOrFail({ one: true });
    for (const rows of DRAWN_ROWS) {
      const batch: Batch = async (tx, reached) => {
        const next = await redraw(tx, rows, language, reached);
        if (next !== null) await tx.tell({ news: 'SiteChanged' });
        return next;
      };
      if ((await this.walks.go({ ...drawn(rows), batch }, stopping)) === 'unfinished') return 'unfinished';
    }
    return undefined;
  }
}
