import { hash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Clock } from '../../clock/clock.js';
import { CONFIG, type Config, type Limit, type Limited } from '../../config/config.js';
import { TooMany } from '../../errors/errors.js';
import { dayOf } from '../../members/session-life.js';
import { networkOf } from '../../visitors/network.js';

/**
 * From how many places an owner may try their own name; a smaller number would let strangers lock the owner out
 * sooner.
 */
const PLACES_OF_A_NAME = 5;
/** A longer text is refused before it is drawn. */
const MOST_LETTERS = 20_000;
/**
 * What all places together may have drawn, as a multiple of one: a share of a core, however many addresses somebody
 * has.
 */
const DRAWING_PLACES = 10;

/**
 * How much one place on the network, one account, or one account's name, may do in a while. Nothing is stored: a
 * bucket's name is a hash with a key that stays in memory for a day at most, so that neither memory nor a later core
 * dump tells who was here. Each purpose has another name for the same place, so that they can't be combined.
 */
@Injectable()
export class Limits {
  private readonly places = new Map<Limited, RateLimiterMemory>();
  private readonly names = new Map<Limited, RateLimiterMemory>();
  private readonly everybody: RateLimiterMemory;
  /** Before what is hashed at once: an object for an HMAC costs more, and stays until a whole collection finds it. */
  private key = randomBytes(32).toString('base64url');
  private day = '';

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    for (const [purpose, limit] of Object.entries(config.limits) as [Limited, Limit][]) {
      const [points, duration] = [limit.points * config.limitFactor, limit.seconds];
      this.places.set(purpose, new RateLimiterMemory({ points, duration }));
      this.names.set(purpose, new RateLimiterMemory({ points: points * PLACES_OF_A_NAME, duration }));
    }
    const { points, seconds } = config.limits.draw;
    this.everybody = new RateLimiterMemory({
      points: points * config.limitFactor * DRAWING_PLACES,
      duration: seconds,
    });
  }

  /**
   * Throws TooMany, with the seconds to wait, when this account did it too often or, for a guest, this place. What
   * counts as several takes as many points.
   */
  async take(purpose: Limited, request: Pick<FastifyRequest, 'visitor' | 'ip'>, points = 1): Promise<void> {
    await takeFrom(this.places.get(purpose), this.bucket(purpose, whose(purpose, request)), points);
  }

  /** The same for an account's name, so that one account can't be tried from everywhere. */
  async takeName(purpose: Limited, nameKey: string): Promise<void> {
    await takeFrom(this.names.get(purpose), this.bucket(purpose, `name ${nameKey}`));
  }

  /**
   * The same for a browser in which the owner of an account has logged in before, by the id of its mark: whatever
   * strangers have tried under that name, this one may still try.
   */
  async takeKnown(purpose: Limited, id: string): Promise<void> {
    await takeFrom(this.places.get(purpose), this.bucket(purpose, `known ${id}`));
  }

  async giveBackKnown(purpose: Limited, id: string): Promise<void> {
    await this.places.get(purpose)?.reward(this.bucket(purpose, `known ${id}`));
  }

  /**
   * Before a text is drawn only to be looked at: by its letters, since that is what it costs, for this place and for
   * all places together.
   */
  async takeDrawing(request: FastifyRequest, text: string): Promise<void> {
    const letters = Math.min(text.length, MOST_LETTERS);
    await takeFrom(this.places.get('draw'), this.bucket('draw', whose('draw', request)), letters);
    await takeFrom(this.everybody, 'everybody', letters);
  }

  /**
   * Before a file is read: whether this place has a share left at all, or of so many bytes where that is known.
   * @throws TooMany 'uploads-enough'
   */
  async mustHaveBytes(request: FastifyRequest, bytes = 1): Promise<void> {
    const limiter = this.places.get('uploadKilobytes');
    const used = await limiter?.get(this.bucket('uploadKilobytes', whose('uploadKilobytes', request)));
    const would = (used?.consumedPoints ?? 0) + Math.ceil(bytes / 1024);
    if (limiter !== undefined && would > limiter.points)
      throw enough(used ?? { msBeforeNext: limiter.duration * 1000 });
  }

  /** What has come of a file, whatever becomes of it. @throws TooMany 'uploads-enough' when it was more than is left */
  async takeBytes(request: FastifyRequest, bytes: number): Promise<void> {
    const bucket = this.bucket('uploadKilobytes', whose('uploadKilobytes', request));
    try {
      await this.places.get('uploadKilobytes')?.consume(bucket, Math.ceil(bytes / 1024));
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? enough(refusal) : refusal;
    }
  }

  /** Of a file that was announced and has no room after all. */
  async giveBackBytes(request: FastifyRequest, bytes: number): Promise<void> {
    const bucket = this.bucket('uploadKilobytes', whose('uploadKilobytes', request));
    await this.places.get('uploadKilobytes')?.reward(bucket, Math.ceil(bytes / 1024));
  }

  /**
   * Milliseconds until a letter that this request causes may leave, 0 within the share of this place: nothing is
   * refused for letters, but whoever causes many gets theirs later. Only this number leaves memory.
   */
  async letterWait(request: FastifyRequest): Promise<number> {
    const limiter = this.places.get('letter');
    try {
      await limiter?.consume(this.bucket('letter', whose('letter', request)));
      return 0;
    } catch (over) {
      if (!(over instanceof RateLimiterRes) || limiter === undefined) throw over;
      const rounds = Math.floor((over.consumedPoints - 1) / limiter.points) - 1;
      return over.msBeforeNext + rounds * limiter.duration * 1000;
    }
  }

  /** Gives back the cost of an attempt that turned out to be right. */
  async giveBack(purpose: Limited, request: FastifyRequest, nameKey: string): Promise<void> {
    await this.places.get(purpose)?.reward(this.bucket(purpose, whose(purpose, request)));
    await this.names.get(purpose)?.reward(this.bucket(purpose, `name ${nameKey}`));
  }

  private bucket(purpose: Limited, who: string): string {
    const today = dayOf(this.clock.now());
    if (today !== this.day) {
      this.day = today;
      this.key = randomBytes(32).toString('base64url');
    }
    return hash('sha256', `${this.key}\0${purpose}\0${who}`, 'base64url').slice(0, 16);
  }
}

/**
 * Log-in, registration, recovery and what asks for a letter are counted by place, even for somebody who is logged in.
 */
const BY_PLACE: ReadonlySet<Limited> = new Set(['login', 'register', 'recovery', 'socket', 'letter']);

/** A team behind one address, or on Tor, must never use up each other's budget. */
function whose(purpose: Limited, { visitor, ip }: Pick<FastifyRequest, 'visitor' | 'ip'>): string {
  return visitor?.member == null || BY_PLACE.has(purpose) ? networkOf(ip) : `account ${visitor.member.id}`;
}

function enough({ msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): TooMany {
  return new TooMany('uploads-enough', { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
}

async function takeFrom(limiter: RateLimiterMemory | undefined, bucket: string, points = 1): Promise<void> {
  try {
    await limiter?.consume(bucket, points);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooMany('too-many', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}
