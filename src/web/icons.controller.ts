import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ForEveryone, OpenBeforeSetUp } from './marks.js';

const folder = fileURLToPath(new URL('../../../client/icons/', import.meta.url));
const DAY = 86_400;

/** The tree in the window's tab. At addresses of their own, where whoever never read our pages looks for them. */
@Controller()
export class IconsController {
  private readonly drawing = readFileSync(`${folder}favicon.svg`);
  private readonly dots = readFileSync(`${folder}favicon.ico`);

  @Get('favicon.svg')
  @ForEveryone()
  @OpenBeforeSetUp()
  async draw(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('cache-control', `public, max-age=${DAY}`).type('image/svg+xml').send(this.drawing);
  }

  @Get('favicon.ico')
  @ForEveryone()
  @OpenBeforeSetUp()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('cache-control', `public, max-age=${DAY}`).type('image/x-icon').send(this.dots);
  }
}
