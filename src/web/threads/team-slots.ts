import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { threadAddress } from '../../../client/kit/address.js';
import { DoneLine } from '../../../client/kit/done-line.js';
import { ThreadTeam } from '../../../client/threads/thread-team.js';
import { DecisionLog } from '../../desk/decisions/decision-log.js';
import type { VisibleThread } from '../../threads/visible.js';
import type { Asker } from '../kit/page-cache/drawing.js';
import { ThreadHeads } from '../kit/thread-heads.js';
import { htmlOf } from '../kit/html-of.js';
import { doneQuery } from '../kit/path-parts.js';

/**
 * The slots of a thread's page for the team: the ways to its moderation and its call, what was just done, and what its
 * kind has for whoever runs it.
 */
@Injectable()
export class TeamSlots {
  constructor(
    private readonly log: DecisionLog,
    private readonly heads: ThreadHeads,
  ) {}

  async of(thread: VisibleThread, asker: Asker): Promise<Record<string, string>> {
    return { ...(await this.heads.slotsOf(thread, asker)), ...(await this.moderation(thread, asker)) };
  }

  private async moderation(thread: VisibleThread, { visitor, request, ui }: Asker): Promise<Record<string, string>> {
    if (!visitor.callsIn(thread.category.id)) return {};
    const moderates = visitor.moderatesCategory(thread.category.id);
    const team = htmlOf(h(ThreadTeam, { ui, thread, moderates }));
    if (!moderates) return { team };
    const { done } = doneQuery.parse(request.query);
    const line = done === undefined ? null : await this.log.line(visitor, done, ui.dates.now);
    const notice = line === null ? '' : htmlOf(h(DoneLine, { ui, done: line, back: threadAddress(thread) }));
    return { team, notice };
  }
}
