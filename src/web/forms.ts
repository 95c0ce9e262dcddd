import { parse } from 'node:querystring';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a form may carry: 20,000 letters, which are twelve characters each when every one of them is an emoji. */
export const BODY_LIMIT = 256 * 1024;
/** What is read nevertheless, to give a text that is too long back to whoever wrote it. */
const READ_LIMIT = 1024 * 1024;
const MOST_FIELDS = 200;
/** Administrators paste whole files there. */
export const FEED = '/sites/:site/feed';
/** The one address to which mail programs send, and not pages. */
export const ONE_CLICK = '/mail/:token/unsubscribe';

/** A form that is too long. It was read, so that the answer can give its text back. */
export class TooLong extends Error {
  constructor() {
    super('too long');
  }
}

/**
 * Forms and JSON are read, everything else is answered 415. A field that comes twice becomes a list, which a schema
 * that asks for a text refuses. Zero bytes are dropped: no person types them and PostgreSQL keeps none.
 */
export function readForms(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  // Browsers send forms as they are; whoever packs them wants to find out how far they unfold.
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    done(headers['content-encoding'] === undefined ? undefined : new UnsupportedMediaTypeException());
  });
  // One click of a mail program (RFC 8058) may come like this. Its one field says what the address says already.
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'string', bodyLimit: 4096 }, ({ routeOptions }: FastifyRequest, _body, done) => {
    if (routeOptions.url === ONE_CLICK) done(null, {});
    else done(new UnsupportedMediaTypeException());
  });
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: READ_LIMIT },
    (request: FastifyRequest, body: string | Buffer, done) => {
      const text = body.toString();
      const fields = { ...parse(text.replaceAll('%00', '').replaceAll('\0', ''), '&', '=', { maxKeys: MOST_FIELDS }) };
      if (text.length > (request.routeOptions.url === FEED ? READ_LIMIT : BODY_LIMIT)) {
        request.body = fields;
        done(new TooLong());
      } else done(null, fields);
    },
  );
}
