import { Injectable } from '@nestjs/common';
import { documentAddress } from '../../../client/kit/address.js';
import { nameOf } from '../../../client/kit/author.js';
import { pagesToRead, titleOfDocument } from '../../../client/kit/documents/file-facts.js';
import { Documents } from '../../documents/documents.js';
import { NotFound } from '../../errors/errors.js';
import { quote, quotePage } from '../../markup/quote.js';
import { wordsToQuote } from '../../markup/words-to-quote.js';
import { QuotablePosts } from '../../threads/quotable-posts.js';
import type { Asking } from '../kit/asking.js';
import type { ReplyQuery } from '../kit/path-parts.js';

/** With what the form of a reply begins: a post, or a page of a document, as far as whoever answers may read it. */
@Injectable()
export class QuotedText {
  constructor(
    private readonly posts: QuotablePosts,
    private readonly documents: Documents,
  ) {}

  /** `of` is the number of the post that is quoted. @throws NotFound for a document or a page that is not there */
  async text(asking: Asking, thread: number, asked: ReplyQuery): Promise<{ text: string; of: number | null }> {
    const { ui, visitor } = asking;
    if (asked.document !== undefined) return { text: await this.page(asking, asked.document, asked.page), of: null };
    const post = asked.quote === undefined ? null : await this.posts.one(visitor.audience, thread, asked.quote);
    if (post === null) return { text: '', of: null };
    const { number } = post;
    const by = { name: nameOf(ui, { name: post.author }), thread, number, label: ui.t.read.number(number) };
    return { text: quote(wordsToQuote(post.html), by), of: number };
  }

  private async page({ ui, visitor }: Asking, id: string, page = 1): Promise<string> {
    const document = await this.documents.one(visitor.audience, id);
    const last = document === null ? 0 : pagesToRead(document);
    if (document === null || page > last) throw new NotFound();
    const { words } = await this.documents.words(id, page);
    const label = last === 1 ? '' : ui.t.documents.pageOf(page, last);
    return quotePage(words, { title: titleOfDocument(ui, document), label, address: documentAddress(document, page) });
  }
}
