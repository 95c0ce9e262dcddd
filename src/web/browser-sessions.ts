import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Sessions, tokenHash } from '../members/sessions.js';
import { Visitor, type Role } from '../visitors/visitor.js';
import { Visitors } from '../visitors/visitors.js';
import { tokenOf } from './asked.js';
import { SessionCookies } from './session-cookies.js';

/** Logging somebody in and out, as one browser sees it. */
@Injectable()
export class BrowserSessions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
  ) {}

  /** A new token always, so that one that somebody slipped into the browser before is worth nothing. */
  async begin(reply: FastifyReply, member: { id: number; role: Role }): Promise<void> {
    const { request } = reply;
    const former = tokenOf(request, this.config.publicUrl);
    const formerSession = former === null ? null : tokenHash(former).toString('hex');
    const token = await this.sessions.begin(member, this.clock.now(), formerSession);
    if (formerSession !== null) this.visitors.forget(formerSession);
    this.cookies.give(reply, token);
    request.visitor = await this.visitors.of(token, this.clock.now());
  }

  async end(reply: FastifyReply): Promise<void> {
    const { session } = reply.request.visitor ?? Visitor.guest();
    if (session !== null) {
      await this.sessions.end(session);
      this.visitors.forget(session);
    }
    this.cookies.take(reply);
  }
}
