import { Injectable } from '@nestjs/common';
import { NOTHING_WRITTEN, type Written } from '../../../client/kit/written.js';
import { Categories } from '../../categories/categories.js';
import { Forbidden } from '../../errors/errors.js';
import type { ThreadKind, VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { refusedOpening } from './may-open.js';
import { Sending } from './sending.js';
import type { SentForm } from './sent-fields.js';
import { WritingPages } from './writing-pages.js';

/** What is opened, and in the category with this slug. */
interface Opening {
  kind: ThreadKind;
  slug: string;
}

interface Shown {
  written?: Written;
  /** The code of why they may not; by default what is asked for every kind. */
  refused?: (visitor: Visitor, category: VisibleCategory, now: Date) => string | null;
}

/** What opens a thread in a category: the form for it, and the sending. */
@Injectable()
export class Openings {
  constructor(
    private readonly categories: Categories,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
  ) {}

  /** @throws Forbidden for whoever may not, before anything is written */
  async form(
    asking: Asking,
    { kind, slug }: Opening,
    {
      written = NOTHING_WRITTEN,
      refused: refusal = (visitor, category, now) => refusedOpening(visitor, category, kind, now),
    }: Shown = {},
  ): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    const refused = refusal(asking.visitor, category, asking.now);
    if (refused !== null) throw new Forbidden(refused);
    return this.drawn.form(asking, { kind, category }, { written, errors: null });
  }

  /** Whether they may is asked where it is stored, so that what they typed comes back with the answer. */
  async submit(asking: Asking, { kind, slug }: Opening, sent: SentForm): Promise<Answer> {
    const category = await this.categories.for(asking.visitor.audience).must(slug);
    return this.sending.submit(asking, this.drawn.presented(asking, { kind, category }, sent));
  }
}
