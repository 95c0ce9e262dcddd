import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DATABASE } from '../database/database.module.js';
import type { OpenDatabase } from '../database/open-database.js';
import { ForEveryone, OpenBeforeSetUp } from './marks.js';

@Controller('healthz')
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: OpenDatabase) {}

  /** For whoever watches over the server: 200 when the database answers, 503 otherwise. Says nothing more. */
  @Get()
  @ForEveryone()
  @OpenBeforeSetUp()
  async show(@Res() reply: FastifyReply): Promise<void> {
    const well = await this.database.healthy();
    await reply.status(well ? 200 : 503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(well ? 'ok\n' : 'away\n');
  }
}
