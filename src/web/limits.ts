import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config, type Limited } from '../config/config.js';
import { TooMany } from '../errors/errors.js';
import { networkOf } from './network.js';

/**
 * How much one place on the network, or one account's name, may do in a while. Nothing is stored: a bucket's name is
 * an HMAC under a key that lives in memory for a day at most, so that neither memory nor a core dump of tomorrow
 * tells who was here. Purposes have other names for the same place and can't be joined.
 */
@Injectable()
export class Limits {
  private readonly limiters = new Map<Limited, RateLimiterMemory>();
  private key = randomBytes(32);
  private day = '';

  constructor(@Inject(CONFIG) config: Config, private readonly clock: Clock) {
    for (const [purpose, { points, seconds }] of Object.entries(config.limits))
      this.limiters.set(purpose as Limited, new RateLimiterMemory({ points: points * config.limitFactor, duration: seconds }));
  }

  /** Throws TooMany, with the seconds to wait, when this place did it too often. */
  async take(purpose: Limited, request: FastifyRequest): Promise<void> {
    await this.takeFrom(purpose, networkOf(request.ip));
  }

  /** The same for an account's name, so that one account can't be tried from everywhere. */
  async takeName(purpose: Limited, nameKey: string): Promise<void> {
    await this.takeFrom(purpose, `name ${nameKey}`);
  }

  private async takeFrom(purpose: Limited, who: string): Promise<void> {
    try {
      await this.limiters.get(purpose)?.consume(this.bucket(purpose, who));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooMany('too-many', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  private bucket(purpose: Limited, who: string): string {
    const today = this.clock.now().toISOString().slice(0, 10);
    if (today !== this.day) {
      this.day = today;
      this.key = randomBytes(32);
    }
    return createHmac('sha256', this.key).update(`${purpose}\0${who}`).digest('base64url').slice(0, 16);
  }
}
