import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { DeskCardPage } from '../../../client/desk/desk-card-page.js';
import { Records } from '../../desk/queue/records.js';
import { NotFound } from '../../errors/errors.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { backQuery } from '../kit/back.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { submissionPath, type SubmissionPath } from '../kit/path-parts.js';
import { positionAt, START } from './queue-query.js';

/** The card of a submission that comes to hand: the queue itself has the forms of one card only. */
@Controller('desk/submissions/:id/card')
export class DeskCardController {
  constructor(private readonly records: Records) {}

  @Get()
  @ForModerators()
  async show(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @QueryParts(backQuery) { back }: z.infer<typeof backQuery>,
    @Asked() { visitor, ui }: Asking,
  ): Promise<Answer> {
    const card = await this.records.one(visitor, id);
    if (card?.status !== 'waiting') throw new NotFound();
    return page(h(DeskCardPage, { ui, card, position: positionAt(back) ?? START, me: visitor.member?.id ?? 0 }));
  }
}
