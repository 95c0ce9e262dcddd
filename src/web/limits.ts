import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config, type Limit, type Limited } from '../config/config.js';
import { TooMany } from '../errors/errors.js';
import { networkOf } from './network.js';

/** A name is tried from several places by its own owner at most; more would let strangers lock the owner out sooner. */
const PLACES_OF_A_NAME = 5;

/**
 * How much one place on the network, or one account's name, may do in a while. Nothing is stored: a bucket's name is
 * an HMAC under a key that lives in memory for a day at most, so that neither memory nor a core dump of tomorrow
 * tells who was here. Purposes have other names for the same place and can't be joined.
 */
@Injectable()
export class Limits {
  private readonly places = new Map<Limited, RateLimiterMemory>();
  private readonly names = new Map<Limited, RateLimiterMemory>();
  private key = randomBytes(32);
  private day = '';

  constructor(@Inject(CONFIG) config: Config, private readonly clock: Clock) {
    for (const [purpose, limit] of Object.entries(config.limits) as [Limited, Limit][]) {
      const [points, duration] = [limit.points * config.limitFactor, limit.seconds];
      this.places.set(purpose, new RateLimiterMemory({ points, duration }));
      this.names.set(purpose, new RateLimiterMemory({ points: points * PLACES_OF_A_NAME, duration }));
    }
  }

  /** Throws TooMany, with the seconds to wait, when this place did it too often. */
  async take(purpose: Limited, request: FastifyRequest): Promise<void> {
    await takeFrom(this.places.get(purpose), this.bucket(purpose, networkOf(request.ip)));
  }

  /** The same for an account's name, so that one account can't be tried from everywhere. */
  async takeName(purpose: Limited, nameKey: string): Promise<void> {
    await takeFrom(this.names.get(purpose), this.bucket(purpose, `name ${nameKey}`));
  }

  /** What was taken for an attempt that turned out to be right. */
  async giveBack(purpose: Limited, request: FastifyRequest, nameKey: string): Promise<void> {
    await this.places.get(purpose)?.reward(this.bucket(purpose, networkOf(request.ip)));
    await this.names.get(purpose)?.reward(this.bucket(purpose, `name ${nameKey}`));
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

async function takeFrom(limiter: RateLimiterMemory | undefined, bucket: string): Promise<void> {
  try {
    await limiter?.consume(bucket);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooMany('too-many', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}
