import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { type WaitingFile, WaitingFiles } from '../../submissions/documents/waiting-files.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { followPath } from '../kit/path-parts.js';
import { OwnFilePages, sentOwnFile, type SentOwnFile } from './own-file-pages.js';
import { waitingAnswer, waitingPagePath, waitingPath } from '../kit/waiting-file-answer.js';

const path = z.object({ ...followPath.shape, ...waitingPath });
const pagePath = z.object({ ...followPath.shape, ...waitingPagePath });
type Path = z.infer<typeof path>;

/** Files of what somebody without an account has sent: for whoever has the address of its page. */
@Controller('follow/:token/documents/:document')
export class FollowedDocumentsController {
  constructor(
    private readonly files: WaitingFiles,
    private readonly pages: OwnFilePages,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(path) { token, document }: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.pages.show(asking, { token }, `/follow/${token}`, document);
  }

  @Post()
  @ForEveryone()
  async change(
    @PathParts(path) { token, document }: Path,
    @Fields(sentOwnFile) sent: SentOwnFile,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.act(asking, { token }, `/follow/${token}`, document, sent);
  }

  @Get('file')
  @ForEveryone()
  async file(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'file');
  }

  @Get('small.jpg')
  @ForEveryone()
  async small(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'small');
  }

  @Get('pages/:page')
  @ForEveryone()
  async page(
    @PathParts(pagePath) { page, ...at }: z.infer<typeof pagePath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), page);
  }

  private one(_asking: Asking, { token, document }: Path): Promise<WaitingFile | null> {
    return this.files.ofAuthor({ token }, document);
  }
}
