import { Injectable } from '@nestjs/common';
import { Appeals } from '../../desk/appeals/appeals.js';
import { Withdrawals } from '../../reception/withdrawals.js';
import { Corrections } from '../../submissions/corrections.js';
import type { Owner } from '../../submissions/owner.js';
import type { Answer } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { withFacts } from '../writing/facts-fields.js';
import { FollowedPages } from './followed-pages.js';
import type { SentAppeal, SentCorrection } from './sent-fields.js';

/** What authors do with what they sent: by its secret address as guests, by their account as members. */
@Injectable()
export class FollowedActs {
  constructor(
    private readonly drawn: FollowedPages,
    private readonly corrections: Corrections,
    private readonly withdrawals: Withdrawals,
    private readonly appeals: Appeals,
  ) {}

  correct(asking: Asking, owner: Owner, fields: SentCorrection): Promise<Answer> {
    const sent = withFacts(fields);
    return this.drawn.afterwards(asking, owner, sent, async (language, refused) => {
      const correction = { ...sent, title: sent.title ?? null, language, refused };
      await this.corrections.correct(owner, correction, asking.now);
      return owner;
    });
  }

  withdraw(asking: Asking, owner: Owner): Promise<Answer> {
    return this.drawn.afterwards(asking, owner, null, async () => {
      await this.withdrawals.withdraw(owner, asking.now);
      return owner;
    });
  }

  appeal(asking: Asking, owner: Owner, sent: SentAppeal): Promise<Answer> {
    return this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.appeals.appeal(owner, { ...sent, language }, asking.now);
      return owner;
    });
  }
}
