import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../clock/clock.js';
import { CONFIG, type Config } from '../../config/config.js';
import { CurrentSite } from '../../site/current-site.js';
import { Visitors } from '../../visitors/visitors.js';
import { tokenOf } from './request.js';

/** Writes on the request who asks and which site is asked; the guard and the error pages need both. */
@Injectable()
export class Doorkeeper {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sites: CurrentSite,
    private readonly visitors: Visitors,
    private readonly clock: Clock,
  ) {}

  async greet(request: FastifyRequest): Promise<void> {
    request.site ??= await this.sites.get();
    request.visitor ??= await this.visitors.of(tokenOf(request, this.config.publicUrl), this.clock.now());
  }

  /** The same without the database: everybody is a guest, and the site is as it was when it was last read. */
  recognize(request: FastifyRequest): void {
    request.site ??= this.sites.lastRead;
  }
}
