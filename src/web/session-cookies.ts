import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { COOKIE_SECONDS, cookieName } from '../visitors/session-cookie.js';
import { isHttps } from './asked.js';

/** The one cookie that the forum sets, and only for whoever logs in. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  give(reply: FastifyReply, token: string): void {
    const https = isHttps(reply.request, this.config.publicUrl);
    reply.setCookie(cookieName(https), token, { ...this.flags(https), maxAge: COOKIE_SECONDS });
  }

  /** Browsers are asked to forget our cookies; what they cached is never theirs alone, so it may stay. */
  take(reply: FastifyReply): void {
    const https = isHttps(reply.request, this.config.publicUrl);
    reply.clearCookie(cookieName(https), this.flags(https)).header('clear-site-data', '"cookies"');
  }

  private flags(https: boolean) {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const;
  }
}
