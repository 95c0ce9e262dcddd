import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Credentials } from '../../members/credentials.js';
import { Sessions, tokenHash } from '../../members/sessions.js';
import type { Role } from '../../visitors/visitor.js';
import { Visitors } from '../../visitors/visitors.js';
import type { Beside, Cookie } from './answer.js';
import { tokenOf } from './request.js';
import type { Asking } from './asking.js';
import { SessionCookies } from './session-cookies.js';

/** Logging somebody in and out, as one browser sees it. */
@Injectable()
export class BrowserSessions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly cookies: SessionCookies,
    private readonly credentials: Credentials,
  ) {}

  /**
   * The answer carries the cookies: of the session, and of a browser that is known from now on. A new token always, so
   * that one that somebody slipped into the browser before is worth nothing.
   */
  async begin({ request, now }: Asking, member: { id: number; role: Role }): Promise<Cookie[]> {
    const former = tokenOf(request, this.config.publicUrl);
    const formerSession = former === null ? null : tokenHash(former).toString('hex');
    const token = await this.sessions.begin(member, now, formerSession);
    if (formerSession !== null) this.visitors.forget(formerSession);
    request.visitor = await this.visitors.of(token, now);
    return [
      this.cookies.given(request, token),
      this.cookies.mark(request, await this.credentials.newMark(member.id, now)),
    ];
  }

  async end({ request, visitor: { session } }: Asking): Promise<Pick<Beside, 'cookie' | 'headers'>> {
    if (session !== null) {
      await this.sessions.end(session);
      this.visitors.forget(session);
    }
    return this.cookies.taken(request);
  }
}
