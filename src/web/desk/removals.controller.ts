import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { RemovalPage } from '../../../client/desk/removal-page.js';
import { postAddress } from '../../../client/kit/address.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { Removals } from '../../desk/decisions/removals.js';
import { RemovedPosts } from '../../desk/decisions/removed-posts.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type PostPath, postPath } from '../kit/path-parts.js';
import { sentRemoval, type SentRemoval } from './sent-fields.js';

interface Drawn {
  act: 'removal' | 'restoration';
  written: SentRemoval | null;
  errors: FormErrors | null;
}

/** Taking a published post down, and putting it back. */
@Controller('desk/thread/:id/posts/:number')
export class RemovalsController {
  constructor(
    private readonly removals: Removals,
    private readonly posts: RemovedPosts,
  ) {}

  @Get('removal')
  @ForModerators()
  async showRemoval(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, path, { act: 'removal', written: null, errors: null });
  }

  @Get('restoration')
  @ForModerators()
  async showRestoration(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, path, { act: 'restoration', written: null, errors: null });
  }

  @Post('removal')
  @ForModerators()
  async remove(
    @PathParts(postPath) path: PostPath,
    @Fields(sentRemoval) sent: SentRemoval,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.afterwards(asking, path, { act: 'removal', sent }, () =>
      this.removals.takeDown(
        asking.visitor,
        path.id,
        path.number,
        { reason: sent.reason, remark: sent.remark },
        asking.now,
      ),
    );
  }

  @Post('restoration')
  @ForModerators()
  async restore(
    @PathParts(postPath) path: PostPath,
    @Fields(sentRemoval) sent: SentRemoval,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.afterwards(asking, path, { act: 'restoration', sent }, () =>
      this.removals.restore(asking.visitor, path.id, path.number, asking.now, sent.remark),
    );
  }

  private afterwards(
    asking: Asking,
    path: PostPath,
    { act, sent }: { act: Drawn['act']; sent: SentRemoval },
    work: () => Promise<unknown>,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        await work();
        return seeOther(postAddress(path.id, path.number));
      },
      (errors) => this.draw(asking, path, { act, written: sent, errors }),
    );
  }

  private async draw(
    { visitor, ui }: Asking,
    { id, number }: PostPath,
    { act, written, errors }: Drawn,
  ): Promise<Answer> {
    const post = await this.posts.one(visitor, id, number);
    if (post === null) throw new NotFound();
    // A colleague was quicker, or the link is old: the page for the opposite act is shown.
    if ((post.removed === null) !== (act === 'removal'))
      throw new Conflict(act === 'removal' ? 'already-gone' : 'not-gone');
    const { author, html, quotedIn, title, slug, opens } = post;
    const thread = { id, slug, title };
    const typed = written === null ? null : { reason: written.reason, remark: written.remark };
    return page(h(RemovalPage, { ui, act, thread, number, opens, author, html, quotedIn, written: typed, errors }));
  }
}
