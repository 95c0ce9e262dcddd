import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { threadAddress } from '../../../client/kit/address.js';
import { MastodonPage, serverIn } from '../../../client/kit/mastodon-page.js';
import { titleOf } from '../../../client/kit/thread-row.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';

const query = z.strictObject({ server: z.string().max(300).optional() });

@Controller('thread/:id/share')
export class ShareController {
  constructor(
    private readonly threads: Threads,
    private readonly absolute: Absolute,
  ) {}

  /** Makes a link to somebody's own server; nothing of ours asks that server anything. */
  @Get()
  @ForEveryone()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(query) { server }: z.infer<typeof query>,
    @Asked() { visitor, ui }: Asking,
  ): Promise<Answer> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    if (thread === null) throw new NotFound();
    const address = threadAddress(thread);
    const asked = {
      shared: { title: titleOf(ui, thread), url: this.absolute.address(address) },
      action: `/thread/${thread.id}/share`,
      hidden: {},
      back: { href: address, words: ui.t.write.backToThread },
      server: server ?? null,
    };
    const status = server === undefined || serverIn(server) !== null ? 200 : 422;
    return page(h(MastodonPage, { ui, ...asked }), { status });
  }
}
