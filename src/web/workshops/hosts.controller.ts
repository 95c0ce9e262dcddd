import { Controller, Get, Post } from '@nestjs/common';
import { Hosts } from '../../registrations/hosts.js';
import { Story } from '../../registrations/story.js';
import type { Acted } from '../../publishing/workshops/workshop-act.js';
import { WorkshopDates } from '../../registrations/workshop-dates.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import {
  type ActPath,
  actPath,
  type ActQuery,
  actQuery,
  type DatePath,
  datePath,
  type SentDate,
  sentDate,
  type SentHost,
  sentHost,
  type SentNewDate,
  sentNewDate,
} from './hosting-fields.js';
import { HostingPages } from './hosting-pages.js';

/** What those do who run a workshop. */
@Controller('thread/:id/workshop')
export class HostsController {
  constructor(
    private readonly hosts: Hosts,
    private readonly dates: WorkshopDates,
    private readonly story: Story,
    private readonly drawn: HostingPages,
  ) {}

  @Get('hosts')
  @ForMembers()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(actQuery) { act }: ActQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.drawn.draw(asking, id, { sent: null, errors: null, act });
  }

  @Post('hosts')
  @ForMembers()
  async act(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentHost) fields: SentHost,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orTypedAgain(
      async () => this.drawn.after(asking, id, await this.hosts.act(asking.visitor, id, fields, asking.now)),
      (errors) => this.drawn.draw(asking, id, { sent: { form: 'host', fields }, errors }),
    );
  }

  @Post('dates')
  @ForMembers()
  async add(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentNewDate) fields: SentNewDate,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orTypedAgain(
      async () => this.drawn.after(asking, id, await this.dates.add(asking.visitor, id, fields, asking.now)),
      (errors) => this.drawn.draw(asking, id, { sent: { form: 'date', fields }, errors }),
    );
  }

  @Post('dates/:date')
  @ForMembers()
  async change(
    @PathParts(datePath) { id, date }: DatePath,
    @Fields(sentDate) fields: SentDate,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orTypedAgain(
      async () => this.drawn.after(asking, id, await this.changed(asking, id, date, fields)),
      (errors) => this.drawn.draw(asking, id, { sent: { form: `${fields.action} ${date}`, fields }, errors }),
    );
  }

  private changed({ visitor, now }: Asking, id: number, date: string, fields: SentDate): Promise<Acted | null> {
    const { action, ...request } = fields;
    return action === 'choose'
      ? this.dates.choose(visitor, id, date, now)
      : this.dates.act(visitor, id, date, { action, ...request }, now);
  }

  @Post('acts/:act/undo')
  @ForMembers()
  async undo(@PathParts(actPath) { id, act }: ActPath, @Asked() asking: Asking): Promise<Answer> {
    return this.drawn.after(asking, id, await this.story.undo(asking.visitor, id, act, asking.now));
  }
}
