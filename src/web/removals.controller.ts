import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { RemovalPage } from '../../client/pages/removal-page.js';
import { postAddress } from '../../client/parts/address.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Clock } from '../clock/clock.js';
import { Removals } from '../desk/removals.js';
import { RemovedPosts } from '../desk/removed-posts.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { type PostPath, postPath } from './path-parts.js';
import { sentRemoval, type SentRemoval } from './sent-fields.js';

interface Drawn {
  act: 'removal' | 'restoration';
  written: SentRemoval | null;
  errors: FormErrors | null;
  status?: number;
}

/** Taking a published post down, and putting it back. */
@Controller('desk/thread/:id/posts/:number')
export class RemovalsController {
  constructor(
    private readonly removals: Removals, private readonly posts: RemovedPosts, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get('removal')
  @ForModerators()
  async showRemoval(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, path, { act: 'removal', written: null, errors: null });
  }

  @Get('restoration')
  @ForModerators()
  async showRestoration(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, path, { act: 'restoration', written: null, errors: null });
  }

  @Post('removal')
  @ForModerators()
  async remove(@PathParts(postPath) path: PostPath, @Fields(sentRemoval) sent: SentRemoval, @Asked() asking: Asking): Promise<void> {
    await this.afterwards(asking, path, { act: 'removal', sent }, () =>
      this.removals.takeDown(asking.visitor, path.id, path.number, { reason: sent.reason, remark: sent.remark }, this.clock.now()));
  }

  @Post('restoration')
  @ForModerators()
  async restore(@PathParts(postPath) path: PostPath, @Fields(sentRemoval) sent: SentRemoval, @Asked() asking: Asking): Promise<void> {
    await this.afterwards(asking, path, { act: 'restoration', sent }, () =>
      this.removals.restore(asking.visitor, path.id, path.number, this.clock.now(), sent.remark));
  }

  private async afterwards(
    asking: Asking, path: PostPath, { act, sent }: { act: Drawn['act']; sent: SentRemoval }, work: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work();
      await asking.reply.redirect(postAddress(path.id, path.number), 303);
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, path, { act, written: sent, errors, status });
    }
  }

  private async draw({ visitor, request, reply }: Asking, { id, number }: PostPath, { act, written, errors, status = 200 }: Drawn): Promise<void> {
    const post = await this.posts.one(visitor, id, number);
    if (post === null) throw new NotFound();
    // Somebody was quicker, or the link is old: the other page is the one that makes sense now.
    if ((post.removed === null) !== (act === 'removal')) throw new Conflict(act === 'removal' ? 'already-gone' : 'not-gone');
    const { author, html, title, slug, opens } = post;
    const ui = this.pages.ui(visitor, request);
    const thread = { id, slug, title };
    const typed = written === null ? null : { reason: written.reason, remark: written.remark };
    await this.pages.send(reply, h(RemovalPage, { ui, act, thread, number, opens, author, html, written: typed, errors }), { status });
  }
}
