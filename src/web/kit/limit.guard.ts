import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Limits } from './limits.js';
import { UNCOUNTED } from './uncounted.js';

/**
 * Runs after the guard that finds the visitor: a request that gets this far costs work and is counted. Kept pages are
 * sent before any guard, so they are never limited. It counts all routes and not a chosen list, because an attack uses
 * the route that was left out of such a list.
 */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly limits: Limits,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets have limits of their own (src/live).
    if (context.getType() === 'ws') return true;
    if (this.reflector.get<boolean | undefined>(UNCOUNTED, context.getHandler()) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.limits.take(purposeOf(request), request);
    return true;
  }
}

function purposeOf({ method, visitor }: FastifyRequest): 'act' | 'read' | 'account' {
  if (method !== 'GET' && method !== 'HEAD') return 'act';
  return visitor?.member == null ? 'read' : 'account';
}
