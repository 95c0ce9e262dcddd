import type { FastifyReply } from 'fastify';
import type { Whole } from './answer.js';

/** Writes status, headers and cookie of an answer on the reply, and returns the body, which the caller sends. */
export function answerWith(reply: FastifyReply, { status, headers, cookie, body }: Whole): Whole['body'] | undefined {
  reply.code(status);
  for (const name in headers) reply.header(name, headers[name]);
  for (const { name, value, flags } of [cookie ?? []].flat()) reply.setCookie(name, value, flags);
  return body ?? undefined;
}
