import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BrowserSessions } from './browser-sessions.js';
import { ForEveryone } from './marks.js';

@Controller('logout')
export class LogoutController {
  constructor(private readonly browserSessions: BrowserSessions) {}

  /** For everyone, since a page that has been open since before the session ended may still ask for it. */
  @Post()
  @ForEveryone()
  async create(@Res() reply: FastifyReply): Promise<void> {
    await this.browserSessions.end(reply);
    await reply.redirect('/', 303);
  }
}
