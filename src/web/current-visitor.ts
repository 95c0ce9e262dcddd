import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Visitor } from '../visitors/visitor.js';

/** The visitor that the guard has found. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor =>
  context.switchToHttp().getRequest<FastifyRequest>().visitor ?? Visitor.guest(),
);
