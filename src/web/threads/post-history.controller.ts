import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import {
  type HistoryChange,
  PostHistoryPage,
  type PostHistoryPageProps,
} from '../../../client/threads/post-history-page.js';
import { postAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { wordChanges } from '../../desk/queue/word-changes.js';
import { NotFound } from '../../errors/errors.js';
import type { PostVersion } from '../../threads/post-history.js';
import { Threads } from '../../threads/threads.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { type PostPath, postPath } from '../kit/path-parts.js';

/** Words after which a comparison says nothing any more. */
const MOST_CHANGES = 500;

function changeFrom(before: PostVersion, after: PostVersion): HistoryChange {
  const titles = before.title === after.title ? null : { before: before.title ?? '', after: after.title ?? '' };
  const { replacedAt: at, nextBy: by } = before;
  const asks = before.question === after.question ? null : after.question;
  const words = wordChanges(before.source, after.source, MOST_CHANGES);
  return { at, by, titles, asks, words, documents: after.documents };
}

/** What an author has changed in a published post, where the category lets readers see it. */
@Controller('thread/:id/posts/:number/history')
export class PostHistoryController {
  constructor(
    private readonly threads: Threads,
    private readonly pages: AudiencePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, (ui) => this.draw(ui, asking.visitor, path));
  }

  private async draw(ui: Ui, visitor: Visitor, { id, number }: PostPath): Promise<Drawing<PostHistoryPageProps>> {
    const reader = this.threads.for(visitor.audience);
    const at = await reader.place(id, number);
    if (at !== null && (at.thread.id !== id || at.number !== number))
      throw new Moved(`${postAddress(at.thread.id, at.number)}/history`);
    const thread = at?.thread ?? null;
    const [post, versions] =
      thread === null ? [null, []] : await Promise.all([reader.post(id, number), reader.versions(id, number)]);
    const first = versions.at(-1);
    if (thread === null || post === null || post.gone !== null || first === undefined) throw new NotFound();
    const changes = versions.slice(1).map((before, index) => changeFrom(before, versions[index] ?? before));
    return {
      page: h(PostHistoryPage, {
        ui,
        thread,
        number,
        author: post.author,
        changes,
        first: { title: first.title, html: first.html, documents: first.documents },
      }),
      address: `${postAddress(id, number)}/history`,
      tags: [tagOf.thread(id), tagOf.room(thread.category.id)],
    };
  }
}
