import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { readingAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { ReadingPage, type ReadingPageProps } from '../../../client/threads/reading-page.js';
import { ReadingEntry, ReadingPost } from '../../../client/threads/reading-post.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import type { Visitor } from '../../visitors/visitor.js';
import { htmlOf } from '../kit/html-of.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { inTurns } from '../../clock/in-turns.js';
import { factsOf, peopleOf } from './reading-facts.js';

interface AskedReading {
  id: number;
  slug: string | null;
  part?: number | undefined;
  author?: string | undefined;
}

/** The thread as one text. */
@Injectable()
export class ReadingView {
  constructor(private readonly threads: Threads) {}

  async draw(ui: Ui, { audience }: Visitor, asked: AskedReading): Promise<Drawing<ReadingPageProps>> {
    const reader = this.threads.for(audience);
    const thread = await reader.thread(asked.id);
    if (thread === null) throw new NotFound();
    if (thread.id !== asked.id) throw new Moved(readingAddress(thread));
    const found = await reader.part(thread, asked.part ?? 1, asked.author ?? null);
    if (found === null) throw new NotFound();
    const { posts, part, parts, author } = found;
    const address = readingAddress(thread, { part, author });
    // One address for each: the slug of today, and the author as they write their name.
    if (asked.slug !== thread.slug || asked.part === 1 || (asked.author ?? null) !== author) throw new Moved(address);
    const numbers = new Set(posts.map(({ number }) => number));
    const drawn = await inTurns(posts, (post): [Buffer, Buffer] => [
      Buffer.from(htmlOf(h(ReadingPost, { ui, post, numbers }))),
      Buffer.from(htmlOf(h(ReadingEntry, { ui, post }))),
    ]);
    return {
      page: h(ReadingPage, {
        ui,
        thread,
        part,
        parts,
        author,
        facts: factsOf(ui, thread, found),
        people: author === null ? peopleOf(ui, posts) : [],
      }),
      parts: {
        spoken: Buffer.concat(drawn.map(([post]) => post)),
        contents: Buffer.concat(drawn.map(([, entry]) => entry)),
      },
      address,
      atDoor: true,
      next: part < parts ? readingAddress(thread, { part: part + 1, author }) : null,
      previous: part > 1 ? readingAddress(thread, { part: part - 1, author }) : null,
      tags: [tagOf.thread(thread.id), tagOf.room(thread.category.id)],
    };
  }
}
