import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../clock/clock.js';
import { nameKey } from '../../members/name-key.js';
import { Credentials, type Proven } from '../../members/credentials.js';
import { logInFields } from './account-fields.js';
import { parseFields } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { SessionCookies } from '../kit/session-cookies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the password guard has found; null for a wrong name or password. */
    proven: Proven | null;
  }
}

/**
 * Checks name and password, not too often for one place and one name; a browser in which this account's owner has
 * logged in before has a budget of its own, so that nobody can lock the owner out. An attempt is counted before it is
 * made, so that many at once don't slip through, and given back when it was right: who knows the password is never
 * kept out by their own log-ins.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  constructor(
    private readonly limits: Limits,
    private readonly credentials: Credentials,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
  ) {
    super({ session: false, property: 'proven' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // Passport reads fields by its own rules, from the query too; here they are texts of the form, or nothing goes on.
    const { name } = parseFields(logInFields, request.body);
    const mark = this.cookies.markOf(request);
    const known = mark === null ? null : await this.credentials.markedFor(name, mark, this.clock.now());
    if (known === null) {
      await this.limits.take('login', request);
      await this.limits.takeName('login', nameKey(name));
    } else await this.limits.takeKnown('login', known);
    await super.canActivate(context);
    if (request.proven === null) return true;
    if (known === null) await this.limits.giveBack('login', request, nameKey(name));
    else await this.limits.giveBackKnown('login', known);
    return true;
  }

  /** A wrong pair is no error here: the form comes back. */
  override handleRequest<T>(error: unknown, found: T | false): T {
    if (error) throw error;
    return (found || null) as T;
  }
}
