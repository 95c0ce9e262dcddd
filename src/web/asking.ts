import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visitor } from '../visitors/visitor.js';

/** Who asks, what, and where the answer goes: the three things that every answer to a form needs. */
export interface Asking {
  visitor: Visitor;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** One parameter instead of three. Whoever takes it answers by the reply, never by returning a value. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { visitor: request.visitor ?? Visitor.guest(), request, reply: http.getResponse<FastifyReply>() };
});
