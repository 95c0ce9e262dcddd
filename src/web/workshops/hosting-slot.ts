import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { HostingSlot as Part } from '../../../client/workshops/hosting-slot.js';
import { Hosts, mayTakeOn } from '../../registrations/hosts.js';
import { Story } from '../../registrations/story.js';
import { htmlOf } from '../kit/html-of.js';
import { ThreadHeads } from '../kit/thread-heads.js';
import { actQuery } from './hosting-fields.js';

/** On a workshop's page, to those who run it or could: the way to do so. */
@Injectable()
export class HostingSlot implements OnModuleInit {
  constructor(
    private readonly hosts: Hosts,
    private readonly story: Story,
    private readonly heads: ThreadHeads,
  ) {}

  onModuleInit(): void {
    this.heads.fill('workshop', async (thread, { visitor, request, ui }): Promise<Record<string, string>> => {
      if (visitor.isGuest) return {};
      const { act } = actQuery.parse(request.query);
      const [rights, left] = await Promise.all([
        this.hosts.rights(visitor, thread.id, ui.dates.now),
        act === undefined ? null : this.story.own(visitor, thread.id, act),
      ]);
      const may = rights === null && mayTakeOn(visitor);
      if (rights === null && !may && left === null) return {};
      const sees = rights !== null || visitor.isAdministrator;
      return { hosting: htmlOf(h(Part, { ui, thread: thread.id, sees, runs: rights !== null, may, left })) };
    });
  }
}
