import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { WorkshopReports } from '../../registrations/reports.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { HostingPages } from './hosting-pages.js';

const sentReport = z.strictObject({ number: z.string().max(200).default('') });

/** Its hosts name the post that tells what came out of a workshop. */
@Controller('thread/:id/workshop/report')
export class ReportsController {
  constructor(
    private readonly reports: WorkshopReports,
    private readonly drawn: HostingPages,
  ) {}

  @Post()
  @ForMembers()
  name(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentReport) fields: z.infer<typeof sentReport>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, now } = asking;
    return orTypedAgain(
      async () => this.drawn.after(asking, id, await this.reports.name(visitor, id, fields.number, now)),
      (errors) => this.drawn.draw(asking, id, { sent: { form: 'report', fields }, errors }),
    );
  }
}
