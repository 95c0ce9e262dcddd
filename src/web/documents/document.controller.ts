import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { DocumentPage } from '../../../client/documents/document-page.js';
import { documentAddress } from '../../../client/kit/address.js';
import { pagesToRead } from '../../../client/kit/documents/file-facts.js';
import { Documents, type PlacedDocument } from '../../documents/documents.js';
import { NotFound } from '../../errors/errors.js';
import { isCoverable } from '../../uploads/must-cover.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Moved } from '../kit/passing.js';
import {
  documentPath,
  type DocumentPath,
  namedPath,
  type NamedPath,
  pageQuery,
  type PageQuery,
} from './document-path.js';

/** A document that everyone may read who may read its post: its pages, drawn and in words. */
@Controller('document/:id')
export class DocumentController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @ForEveryone()
  async lead(@PathParts(documentPath) { id }: DocumentPath, @Asked() asking: Asking): Promise<Answer> {
    throw new Moved(documentAddress(await this.must(asking, id)));
  }

  @Get(':slug')
  @ForEveryone()
  async show(
    @PathParts(namedPath) { id, slug }: NamedPath,
    @QueryParts(pageQuery) { page: asked = 1 }: PageQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const document = await this.must(asking, id);
    const address = documentAddress(document);
    if (address !== `/document/${id}/${slug}`) throw new Moved(documentAddress(document, asked));
    if (asked > pagesToRead(document)) throw new NotFound();
    const words = await this.documents.words(id, asked);
    const headers: Record<string, string> =
      document.thread.category.audience === 'everyone' ? {} : { 'cache-control': 'no-store' };
    const coverable =
      isCoverable({ ...document, state: 'clean' }) && asking.visitor.moderatesCategory(document.thread.category.id);
    return page(h(DocumentPage, { ui: asking.ui, document, page: asked, words, coverable }), { headers });
  }

  private async must({ visitor }: Asking, id: string): Promise<PlacedDocument> {
    const document = await this.documents.one(visitor.audience, id);
    if (document === null) throw new NotFound();
    return document;
  }
}
