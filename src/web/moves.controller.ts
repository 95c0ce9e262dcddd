import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MoveLookPage } from '../../client/pages/move-look-page.js';
import { MovePage, type MoveWritten } from '../../client/pages/move-page.js';
import { postAddress } from '../../client/parts/address.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Clock } from '../clock/clock.js';
import { ModeratedThreads } from '../desk/moving/moderated-threads.js';
import { Moves, type MoveWish } from '../desk/moving/moves.js';
import { ThreadCategories } from '../desk/moving/thread-categories.js';
import { wholeNumber } from './address-parts.js';
import { Asked, type Asking } from './asking.js';
import { withDone } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { type ThreadPath, threadPath } from './path-parts.js';
import { sentMove, type SentMove, targetThread } from './sent-moves.js';

const query = z.object({ from: wholeNumber.optional() });

/** Posts that go to another thread, or to a new one. */
@Controller('desk/thread/:id/move')
export class MovesController {
  constructor(
    private readonly moves: Moves, private readonly threads: ModeratedThreads, private readonly categories: ThreadCategories,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(threadPath) { id }: ThreadPath, @QueryParts(query) { from }: z.infer<typeof query>, @Asked() asking: Asking): Promise<void> {
    const numbers = from === undefined ? [] : [from];
    await this.draw(asking, id, { written: { numbers, follow: false, where: 'new', to: '', title: '', category: '' }, errors: null, status: 200 });
  }

  @Post()
  @ForModerators()
  async create(@PathParts(threadPath) { id }: ThreadPath, @Fields(sentMove) { action, ...sent }: SentMove, @Asked() asking: Asking): Promise<void> {
    const written: MoveWritten = { ...sent, numbers: sent.number };
    try {
      if (action === 'look') await this.look(asking, id, written);
      else await this.move(asking, wishOf(id, written));
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, id, { written, errors, status });
    }
  }

  private async look({ visitor, request, reply }: Asking, id: number, written: MoveWritten): Promise<void> {
    const plan = await this.moves.plan(visitor, wishOf(id, written));
    await this.pages.send(reply, h(MoveLookPage, { ui: this.pages.ui(visitor, request), plan, written }));
  }

  private async move({ visitor, reply }: Asking, wish: MoveWish): Promise<void> {
    const { id, at } = await this.moves.move(visitor, wish, this.clock.now());
    await reply.redirect(withDone(postAddress(at.thread, at.number), id), 303);
  }

  private async draw(
    { visitor, request, reply }: Asking, id: number, { written, errors, status }: { written: MoveWritten; errors: FormErrors | null; status: number },
  ): Promise<void> {
    const thread = await this.threads.must(visitor, id);
    const [posts, recent, categories] = await Promise.all([
      this.threads.posts(id, written.numbers[0] ?? 1), this.threads.recent(visitor, id), this.categories.of(visitor),
    ]);
    const ui = this.pages.ui(visitor, request);
    await this.pages.send(reply, h(MovePage, { ui, thread, posts, recent, categories, written, errors }), { status });
  }
}

function wishOf(thread: number, { numbers, follow, where, to, title, category }: MoveWritten): MoveWish {
  return { thread, numbers, follow, to: where === 'thread' ? { thread: targetThread(to) } : { title, category } };
}
