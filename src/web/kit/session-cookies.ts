import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { KNOWN_FOR_SECONDS } from '../../members/known-browser.js';
import { COOKIE_SECONDS, cookieName, cookieOf } from '../../visitors/session-cookie.js';
import type { Beside, Cookie } from './answer.js';
import { isHttps } from './request.js';

/** On https the name makes browsers insist on it; only the log-in's own address is sent this cookie. */
const KNOWN = { plain: 'palabre-known', secure: '__Secure-palabre-known', path: '/login' };

/** The two cookies that the forum sets, and only after a log-in: the session's, and the mark of a known browser. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  given(request: FastifyRequest, token: string): Cookie {
    const https = isHttps(request, this.config.publicUrl);
    return { name: cookieName(https), value: token, flags: { ...this.flags(https), maxAge: COOKIE_SECONDS } };
  }

  /** The mark stays when the session ends: it is there for whoever is kept from logging in again. */
  mark(request: FastifyRequest, value: string): Cookie {
    const https = isHttps(request, this.config.publicUrl);
    const flags = { ...this.flags(https), path: KNOWN.path, maxAge: KNOWN_FOR_SECONDS };
    return { name: https ? KNOWN.secure : KNOWN.plain, value, flags };
  }

  markOf(request: FastifyRequest): string | null {
    const https = isHttps(request, this.config.publicUrl);
    return cookieOf(request.headers.cookie, https ? KNOWN.secure : KNOWN.plain);
  }

  /** The session's cookie is taken away, and pages that the browser may have kept. */
  taken(request: FastifyRequest): Pick<Beside, 'cookie' | 'headers'> {
    const https = isHttps(request, this.config.publicUrl);
    const cookie = {
      name: cookieName(https),
      value: '',
      flags: { ...this.flags(https), expires: new Date(0), maxAge: 0 },
    };
    return { cookie, headers: { 'clear-site-data': '"cache"' } };
  }

  private flags(https: boolean) {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const;
  }
}
