import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { WaitingFiles } from '../../submissions/documents/waiting-files.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { waitingAnswer, waitingPagePath } from '../kit/waiting-file-answer.js';

const token = z.string().regex(/^[A-Za-z0-9_-]{32}$/);
const path = z.object({ token });
const pagePath = z.object({ token, page: waitingPagePath.page });

/** What is drawn of an upload, for whoever holds its token, as long as it belongs to nothing. */
@Controller('uploads/:token')
export class UploadPicturesController {
  constructor(private readonly files: WaitingFiles) {}

  @Get('small.jpg')
  @ForEveryone()
  async small(@PathParts(path) at: z.infer<typeof path>, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.files.ofUpload(at.token), 'small');
  }

  @Get('pages/:page')
  @ForEveryone()
  async page(@PathParts(pagePath) at: z.infer<typeof pagePath>, @Asked() asking: Asking): Promise<Answer> {
    return waitingAnswer(asking.request, await this.files.ofUpload(at.token), at.page);
  }
}
