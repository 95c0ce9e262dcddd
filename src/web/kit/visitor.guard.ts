import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Forbidden, NotFound } from '../../errors/errors.js';
import { Clock } from '../../clock/clock.js';
import { Visitor } from '../../visitors/visitor.js';
import { Asking } from './asking.js';
import { Doorkeeper } from './doorkeeper.js';
import { BEFORE_SET_UP, MARK, type Mark, opens } from './marks.js';
import { Pages } from './pages.js';
import { NotSetUp, SeeOther } from './passing.js';

/** Stands before every controller: who is it, and may they use this route? */
@Injectable()
export class VisitorGuard implements CanActivate {
  constructor(
    private readonly doorkeeper: Doorkeeper,
    private readonly reflector: Reflector,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets have a door of their own (src/live): the handshake says who it is, and each room who may enter.
    if (context.getType() === 'ws') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const early = this.reflector.get<boolean | undefined>(BEFORE_SET_UP, context.getHandler()) ?? false;
    // This route has to answer even when the database does not, because it exists to say so.
    if (early && request.routeOptions.url === '/healthz') return true;
    await this.doorkeeper.greet(request);
    const mark = this.reflector.get<Mark>(MARK, context.getHandler());
    request.asking = new Asking(request, this.clock.now(), this.pages, mark);
    if (request.site?.setUpAt == null && !early) throw new NotSetUp();
    const visitor = request.visitor ?? Visitor.guest();
    if (opens(mark, visitor)) return true;
    if (mark === 'guests') throw new SeeOther('/');
    if (mark !== 'members') throw new NotFound();
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Forbidden('log-in-first');
    throw new SeeOther(`/login?back=${encodeURIComponent(request.url)}`);
  }
}
