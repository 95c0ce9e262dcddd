import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { threadAddress } from '../../client/parts/address.js';
import { DoneLine } from '../../client/parts/done-line.js';
import { ThreadTeam } from '../../client/parts/thread-team.js';
import { DecisionLog } from '../desk/decision-log.js';
import type { VisibleThread } from '../threads/visible.js';
import type { Asker } from './page-cache/drawing.js';
import { Pages } from './pages.js';
import { doneQuery } from './path-parts.js';

/** The slots of a thread's page for whoever moderates it: the way to its moderation, and what they have just done. */
@Injectable()
export class TeamSlots {
  constructor(private readonly log: DecisionLog, private readonly pages: Pages) {}

  async of(thread: VisibleThread, { visitor, request, ui }: Asker): Promise<Record<string, string>> {
    if (!visitor.moderatesCategory(thread.category.id)) return {};
    const { done } = doneQuery.parse(request.query);
    const line = done === undefined ? null : await this.log.line(visitor, done, ui.dates.now);
    const notice = line === null ? '' : this.pages.fragment(h(DoneLine, { ui, done: line, back: threadAddress(thread) }));
    return { team: this.pages.fragment(h(ThreadTeam, { ui, thread })), notice };
  }
}
