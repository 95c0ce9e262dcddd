import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { CaseHead } from '../../../client/cases/case-head.js';
import { Cases } from '../../cases/cases.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { ThreadHeads } from '../kit/thread-heads.js';
import { CaseDates } from '../../cases/case-dates.js';
import { DueCases } from './due-cases.js';

/** What stands above the discussion of a case. */
@Injectable()
export class CaseHeads implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly dates: CaseDates,
    private readonly heads: ThreadHeads,
    private readonly dues: DueCases,
  ) {}

  onModuleInit(): void {
    this.heads.set('case', async (thread, audience, ui) => {
      const local = await this.cases.of(thread.id);
      if (local === null) return null;
      const { today } = ui.dates;
      const { steps, requests } = await this.dates.of(audience, local, today);
      if (requests.length > 0) await this.dues.keepTillMidnight(ui);
      const named = steps.flatMap(({ post }) => (post === null ? [] : [tagOf.thread(post.thread)]));
      return { part: h(CaseHead, { ui, thread, local, steps, requests, today }), tags: [...new Set(named)] };
    });
  }
}
