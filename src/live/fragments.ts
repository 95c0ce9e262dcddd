import { Injectable } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { makeUi, NO_ASSETS } from '../../client/kit/make-ui.js';
import { Post } from '../../client/kit/post.js';
import { ThreadRow } from '../../client/kit/thread-row.js';
import { fillSlots } from '../../client/kit/slots.js';
import { SeatsFragment } from '../../client/workshops/seats-fragment.js';
import type { Ui } from '../../client/kit/ui.js';
import { Clock } from '../clock/clock.js';
import { CurrentSite } from '../site/current-site.js';
import { Threads } from '../threads/threads.js';
import type { Language } from '../visitors/visitor.js';
import { Workshops } from '../workshops/workshops.js';
import type { CategoryRoom, ThreadRoom } from './room.js';

/**
 * Parts of a page, drawn by the page's own code, once for everyone in a room. Slots stay empty: each open page asks the
 * server itself for what belongs to its visitor.
 */
@Injectable()
export class Fragments {
  constructor(
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly site: CurrentSite,
    private readonly clock: Clock,
  ) {}

  /** The post as this room's audience reads it now; null when there is nothing that they may read. */
  async post(
    { thread, audience, language }: ThreadRoom,
    number: number,
  ): Promise<{ html: string; changes: number } | null> {
    const post = await this.threads.for(audience).post(thread, number);
    if (post === null) return null;
    return { html: draw(h(Post, { ui: await this.ui(language), post })), changes: post.change };
  }

  /** The dates and parts of a workshop with their seats; null where there is none that they may read. */
  async seats({ thread, audience, language }: ThreadRoom): Promise<string | null> {
    const found = await this.threads.for(audience).thread(thread);
    const whole = found === null ? null : await this.workshops.of(found.id);
    return whole === null ? null : draw(h(SeatsFragment, { ui: await this.ui(language), whole }));
  }

  async threadRow({ audience, language }: CategoryRoom, thread: number): Promise<string | null> {
    const row = await this.threads.for(audience).row(thread);
    return row === null ? null : draw(h(ThreadRow, { ui: await this.ui(language), row, category: false }));
  }

  private async ui(language: Language): Promise<Ui> {
    // A fragment names neither its page nor the files of the page around it.
    return makeUi({ site: await this.site.get(), language, now: this.clock.now(), path: '', assets: NO_ASSETS });
  }
}

function draw<P>(part: VNode<P>): string {
  return fillSlots(renderToString(part), {});
}
