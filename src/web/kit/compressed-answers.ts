import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodedOnce, encodingOnceFor } from './page-cache/encoding.js';

/** Below this many bytes a packet is not saved. */
const THRESHOLD = 1_024;
const WORDS = /^(text\/|application\/(json|rss\+xml|atom\+xml|xml)|image\/svg\+xml)/;

/**
 * Compresses whatever is answered whole: drawn pages, fragments, JSON. A plugin does it through a stream, which costs
 * more than the compression itself and lets Fastify answer with nothing for a handler that did not wait. What is kept
 * comes here compressed already, and files lie compressed beside themselves since the build.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, body) =>
    isWhole(body) && isForCompression(reply, body) ? compress(request, reply, body) : body,
  );
}

function isWhole(body: unknown): body is Buffer | string {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

/** Whether so many bytes become fewer packets. */
export function isWorthIt(bytes: number): boolean {
  return bytes >= THRESHOLD;
}

function isForCompression(reply: FastifyReply, body: Buffer | string): boolean {
  if (!isWorthIt(Buffer.byteLength(body)) || reply.hasHeader('content-encoding')) return false;
  return WORDS.test(String(reply.getHeader('content-type')));
}

async function compress(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer | string,
): Promise<Buffer | string> {
  const vary = String(reply.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(vary))
    void reply.header('vary', vary === '' ? 'Accept-Encoding' : `Accept-Encoding, ${vary}`);
  const encoding = encodingOnceFor(request);
  if (encoding === 'identity') return body;
  const bytes = await encodedOnce(typeof body === 'string' ? Buffer.from(body) : body, encoding);
  void reply.header('content-encoding', encoding);
  return bytes;
}
