import { Controller, Get } from '@nestjs/common';
import { documentFile } from '../../../client/kit/address.js';
import { Documents, type PlacedDocument } from '../../documents/documents.js';
import { mediaTypeOf } from '../../documents/media-type.js';
import { PublishedFiles } from '../../documents/published-files.js';
import { NotFound } from '../../errors/errors.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { fileAnswer } from '../kit/file-answer.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import {
  documentPath,
  type DocumentPath,
  drawnPath,
  type DrawnPath,
  filePath,
  type FilePath,
} from './document-path.js';

/** The bytes of published documents. A row is read by the reader's login before any of them, at each request. */
@Controller('document/:id')
export class DocumentFilesController {
  constructor(
    private readonly documents: Documents,
    private readonly files: PublishedFiles,
  ) {}

  @Get('files/:name')
  @ForEveryone()
  async file(@PathParts(filePath) { id, name }: FilePath, @Asked() asking: Asking): Promise<Answer> {
    const document = await this.must(asking, id);
    if (documentFile(document) !== `/document/${id}/files/${name}`) throw new NotFound();
    return fileAnswer(asking.request, {
      path: this.files.file(document),
      type: mediaTypeOf(document.extension),
      name,
      tag: document.hash,
      open: isOpen(document),
    });
  }

  @Get('pages/:page')
  @ForEveryone()
  async page(@PathParts(drawnPath) { id, page }: DrawnPath, @Asked() asking: Asking): Promise<Answer> {
    const document = await this.must(asking, id);
    const path = this.files.page(document, page);
    if (path === null) throw new NotFound();
    const tag = `${document.hash}-${page}`;
    return fileAnswer(asking.request, { path, type: 'image/jpeg', name: null, tag, open: isOpen(document) });
  }

  @Get('small.jpg')
  @ForEveryone()
  async small(@PathParts(documentPath) { id }: DocumentPath, @Asked() asking: Asking): Promise<Answer> {
    const document = await this.must(asking, id);
    if (document.drawn === 0) throw new NotFound();
    const path = this.files.small(document);
    const tag = `${document.hash}-small`;
    return fileAnswer(asking.request, { path, type: 'image/jpeg', name: null, tag, open: isOpen(document) });
  }

  private async must({ visitor }: Asking, id: string): Promise<PlacedDocument> {
    const document = await this.documents.one(visitor.audience, id);
    if (document === null) throw new NotFound();
    return document;
  }
}

function isOpen({ thread }: PlacedDocument): boolean {
  return thread.category.audience === 'everyone';
}
