import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { MySubmissionsPage } from '../../client/pages/my-submissions-page.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { before as beforeSchema } from './address-parts.js';
import { Asked, type Asking } from './asking.js';
import { QueryParts } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';
import type { BeforeQuery } from './path-parts.js';

/** All that a member sent, in whatever state, newest first. */
@Controller('me/submissions')
export class MySubmissionsController {
  constructor(private readonly own: OwnSubmissions, private readonly pages: Pages) {}

  @Get()
  @ForMembers()
  async show(@QueryParts(beforeSchema) { before }: BeforeQuery, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    const submissions = await this.own.of(visitor, before);
    const ui = this.pages.ui(visitor, request);
    await this.pages.send(reply, h(MySubmissionsPage, { ui, submissions, before: before ?? null }));
  }
}
