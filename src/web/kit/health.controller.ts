import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE } from '../../database/database.module.js';
import type { OpenDatabase } from '../../database/open-database.js';
import { type Answer, bytes } from './answer.js';
import { ForEveryone, OpenBeforeSetUp } from './marks.js';
import { Uncounted } from './uncounted.js';

@Controller('healthz')
export class HealthController {
  /** One query at a time for all who ask: this route has no limit, so it must cost almost nothing. */
  private asked: Promise<boolean> | null = null;

  constructor(@Inject(DATABASE) private readonly database: OpenDatabase) {}

  /** For programs that monitor the server: 200 when the database answers, 503 otherwise. Says nothing more. */
  @Get()
  @ForEveryone()
  @Uncounted()
  @OpenBeforeSetUp()
  async show(): Promise<Answer> {
    this.asked ??= this.database.healthy().finally(() => (this.asked = null));
    const well = await this.asked;
    return bytes('text/plain; charset=utf-8', well ? 'ok\n' : 'away\n', { status: well ? 200 : 503 });
  }
}
