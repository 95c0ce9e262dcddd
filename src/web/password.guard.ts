import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { nameKey } from '../members/name-key.js';
import type { Proven } from '../members/credentials.js';
import { logInFields } from './account-fields.js';
import { parseFields } from './input.js';
import { Limits } from './limits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the password guard has found; null for a wrong name or password. */
    proven: Proven | null;
  }
}

/**
 * Checks name and password, not too often for one place and one name. An attempt is counted before it is made, so
 * that many at once don't slip through, and given back when it was right: who knows the password is never kept out by
 * their own log-ins.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  constructor(private readonly limits: Limits) {
    super({ session: false, property: 'proven' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // Passport reads fields by its own rules, from the query too; here they are texts of the form, or nothing goes on.
    const { name } = parseFields(logInFields, request.body);
    await this.limits.take('login', request);
    await this.limits.takeName('login', nameKey(name));
    await super.canActivate(context);
    if (request.proven !== null) await this.limits.giveBack('login', request, nameKey(name));
    return true;
  }

  /** A wrong pair is no error here: the form comes back. */
  override handleRequest<T>(error: unknown, found: T | false): T {
    if (error) throw error;
    return (found || null) as T;
  }
}
