import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MoveLookPage } from '../../../client/desk/move-look-page.js';
import { MovePage, type MoveWritten } from '../../../client/desk/move-page.js';
import { postAddress } from '../../../client/kit/address.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { ModeratedThreads } from '../../desk/moving/moderated-threads.js';
import { Moves, type MoveRequest } from '../../desk/moving/moves.js';
import { ThreadCategories } from '../../desk/moving/thread-categories.js';
import { wholeNumber } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { withDone } from '../kit/done.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { sentMove, type SentMove, targetThread } from './sent-moves.js';

const query = z.object({ from: wholeNumber.optional() });

/** Posts that go to another thread, or to a new one. */
@Controller('desk/thread/:id/move')
export class MovesController {
  constructor(
    private readonly moves: Moves,
    private readonly threads: ModeratedThreads,
    private readonly categories: ThreadCategories,
  ) {}

  @Get()
  @ForModerators()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(query) { from }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const numbers = from === undefined ? [] : [from];
    return this.draw(asking, id, {
      written: { numbers, follow: false, where: 'new', to: '', title: '', category: '' },
      errors: null,
    });
  }

  @Post()
  @ForModerators()
  async create(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentMove) { action, ...sent }: SentMove,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const written: MoveWritten = { ...sent, numbers: sent.number };
    return orAgain(
      () => (action === 'look' ? this.look(asking, id, written) : this.move(asking, id, written)),
      (errors) => this.draw(asking, id, { written, errors }),
    );
  }

  private async look({ visitor, ui }: Asking, id: number, written: MoveWritten): Promise<Answer> {
    const plan = await this.moves.plan(visitor, wishOf(id, written));
    return page(h(MoveLookPage, { ui, plan, written }));
  }

  private async move({ visitor, now }: Asking, thread: number, written: MoveWritten): Promise<Answer> {
    const { id, at } = await this.moves.move(visitor, wishOf(thread, written), now);
    return seeOther(withDone(postAddress(at.thread, at.number), id));
  }

  private async draw(
    { visitor, ui }: Asking,
    id: number,
    { written, errors }: { written: MoveWritten; errors: FormErrors | null },
  ): Promise<Answer> {
    const thread = await this.threads.must(visitor, id);
    const [posts, recent, categories] = await Promise.all([
      this.threads.posts(id, written.numbers[0] ?? 1),
      this.threads.recent(visitor, id),
      this.categories.of(visitor),
    ]);
    return page(h(MovePage, { ui, thread, posts, recent, categories, written, errors }));
  }
}

function wishOf(thread: number, { numbers, follow, where, to, title, category }: MoveWritten): MoveRequest {
  return { thread, numbers, follow, to: where === 'thread' ? { thread: targetThread(to) } : { title, category } };
}
