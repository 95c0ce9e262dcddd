import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { hostsAddress, threadAddress } from '../../../client/kit/address.js';
import { HostsPage, type HostsPageProps } from '../../../client/workshops/hosts-page.js';
import { NotFound } from '../../errors/errors.js';
import { Hosts } from '../../registrations/hosts.js';
import { Story } from '../../registrations/story.js';
import type { Acted } from '../../publishing/workshops/workshop-act.js';
import { Threads } from '../../threads/threads.js';
import { Workshops } from '../../workshops/workshops.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';

type Sent = Pick<HostsPageProps, 'sent' | 'errors'>;

/** The page on which hosts run their workshop, for them and for administrators; for all others it does not exist. */
@Injectable()
export class HostingPages {
  constructor(
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly hosts: Hosts,
    private readonly story: Story,
  ) {}

  async draw(asking: Asking, id: number, { act, ...sent }: Sent & { act?: string | undefined }): Promise<Answer> {
    const { visitor, ui, now } = asking;
    const thread = await this.threads.for(visitor.audience).thread(id);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    if (thread === null || whole === null) throw new NotFound();
    const story = await this.story.of(visitor, thread.id, now);
    const [hosts, rights] = await Promise.all([
      this.hosts.of(thread.id, now),
      this.hosts.rights(visitor, thread.id, now),
    ]);
    const done = story.find((line) => line.id === act) ?? null;
    return page(h(HostsPage, { ui, thread, whole, hosts, rights, me: visitor.member?.id ?? 0, story, done, ...sent }));
  }

  /** Back to that page with the way back from what was done, or to the thread for whoever does not run it any more. */
  async after({ visitor, now }: Asking, id: number, acted: Acted | null): Promise<Answer> {
    const rights = await this.hosts.rights(visitor, id, now);
    const said = acted === null ? '' : `?act=${acted.id}`;
    if (rights !== null || visitor.isAdministrator) return seeOther(hostsAddress({ id }) + said);
    const thread = await this.threads.for(visitor.audience).thread(id);
    return seeOther(thread === null ? '/' : threadAddress(thread) + said);
  }
}
