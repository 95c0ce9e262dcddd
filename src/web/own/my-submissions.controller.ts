import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { MySubmissionsPage } from '../../../client/own/my-submissions-page.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import { before as beforeSchema } from '../kit/address-parts.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import type { BeforeQuery } from '../kit/path-parts.js';

/** All that a member sent, in whatever state, newest first. */
@Controller('me/submissions')
export class MySubmissionsController {
  constructor(private readonly own: OwnSubmissions) {}

  @Get()
  @ForMembers()
  async show(@QueryParts(beforeSchema) { before }: BeforeQuery, @Asked() { visitor, ui }: Asking): Promise<Answer> {
    const submissions = await this.own.of(visitor, before);
    return page(h(MySubmissionsPage, { ui, submissions, before: before ?? null }));
  }
}
