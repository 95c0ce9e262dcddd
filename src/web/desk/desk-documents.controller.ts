import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { type WaitingFile, WaitingFiles } from '../../submissions/documents/waiting-files.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { submissionPath } from '../kit/path-parts.js';
import { waitingAnswer, waitingPagePath, waitingPath } from '../kit/waiting-file-answer.js';

const path = z.object({ ...submissionPath.shape, ...waitingPath });
const pagePath = z.object({ ...submissionPath.shape, ...waitingPagePath });
type Path = z.infer<typeof path>;

/**
 * Files of one submission at the desk: moderators look at what is drawn of them, and may carry the cleaned one away.
 */
@Controller('desk/submissions/:id/documents/:document')
export class DeskDocumentsController {
  constructor(private readonly files: WaitingFiles) {}

  @Get('file')
  @ForModerators()
  async file(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'file');
  }

  @Get('small.jpg')
  @ForModerators()
  async small(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), 'small');
  }

  @Get('pages/:page')
  @ForModerators()
  async page(
    @PathParts(pagePath) { page, ...at }: z.infer<typeof pagePath>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return waitingAnswer(asking.request, await this.one(asking, at), page);
  }

  private one({ visitor }: Asking, { id, document }: Path): Promise<WaitingFile | null> {
    return this.files.ofDesk(visitor, id, document);
  }
}
