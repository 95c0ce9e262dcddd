import { Controller, Post } from '@nestjs/common';
import { type Answer, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { BrowserSessions } from '../kit/browser-sessions.js';
import { ForEveryone } from '../kit/marks.js';

@Controller('logout')
export class LogoutController {
  constructor(private readonly browserSessions: BrowserSessions) {}

  /** For everyone, since a page that has been open since before the session ended may still ask for it. */
  @Post()
  @ForEveryone()
  async create(@Asked() asking: Asking): Promise<Answer> {
    return seeOther('/', await this.browserSessions.end(asking));
  }
}
