import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { type WaitingFile, WaitingFiles } from '../../submissions/documents/waiting-files.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { submissionPath } from '../kit/path-parts.js';
import { OwnFilePages, sentOwnFile, type SentOwnFile } from './own-file-pages.js';
import { waitingAnswer, waitingPagePath, waitingPath } from '../kit/waiting-file-answer.js';

const path = z.object({ ...submissionPath.shape, ...waitingPath });
const pagePath = z.object({ ...submissionPath.shape, ...waitingPagePath });
type Path = z.infer<typeof path>;

/** Files of what a member has sent. */
@Controller('me/submissions/:id/documents/:document')
export class MyDocumentsController {
  constructor(
    private readonly files: WaitingFiles,
    private readonly pages: OwnFilePages,
  ) {}

  @Get()
  @ForMembers()
  async show(@PathParts(path) { id, document }: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.show(asking, { author: asking.visitor, id }, `/me/submissions/${id}`, document);
  }

  @Post()
  @ForMembers()
  async change(
    @PathParts(path) { id, document }: Path,
    @Fields(sentOwnFile) sent: SentOwnFile,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.act(asking, { author: asking.visitor, id }, `/me/submissions/${id}`, document, sent);
  }

  @Get('file')
  @ForMembers()
  async file(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'file');
  }

  @Get('small.jpg')
  @ForMembers()
  async small(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'small');
  }

  @Get('pages/:page')
  @ForMembers()
  async page(
    @PathParts(pagePath) { page, ...at }: z.infer<typeof pagePath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), page);
  }

  private one({ visitor: author }: Asking, { id, document }: Path): Promise<WaitingFile | null> {
    return this.files.ofAuthor({ author, id }, document);
  }
}
