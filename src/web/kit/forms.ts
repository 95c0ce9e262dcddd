import { parse } from 'node:querystring';
import type { Readable } from 'node:stream';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a form may carry: 20,000 letters, which are twelve characters each when every one of them is an emoji. */
export const BODY_LIMIT = 256 * 1024;
/**
 * Longer forms are still read up to this size, so that the answer can give a text that is too long back to its author.
 */
const READ_LIMIT = 1024 * 1024;
const MOST_FIELDS = 200;
/** Administrators paste whole files there. */
export const FEED = '/sites/:site/feed';
/** The one address to which mail programs send, and not pages. */
export const ONE_CLICK = '/mail/:token/unsubscribe';

/** How tus names the bytes of a part of a file. */
export const PART_OF_FILE = 'application/offset+octet-stream';

/** A form that is too long. It was read, so that the answer can give its text back. */
export class TooLong extends Error {
  constructor() {
    super('too long');
  }
}

const MOST_OF_ONE_CLICK = 4_096;

function readToNothing(body: Readable, done: (error: Error | null, read?: unknown) => void): void {
  let size = 0;
  body.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MOST_OF_ONE_CLICK) body.destroy(new TooLong());
  });
  body.once('error', (error) => done(error));
  body.once('end', () => done(null, {}));
}

/**
 * Forms and JSON are read, everything else is answered 415; forms with files where the route takes them. A field that
 * comes twice becomes a list, which a schema that asks for a text refuses. Zero bytes are dropped: no person types them
 * and PostgreSQL keeps none.
 */
export function readForms(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  // Browsers never compress forms; a compressed one is probably an attempt to make the server unpack something huge.
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    done(headers['content-encoding'] === undefined ? undefined : new UnsupportedMediaTypeException());
  });
  // One click of a mail program (RFC 8058) may come like this. Its one field says what the address says already.
  fastify.addContentTypeParser(
    'multipart/form-data',
    (request: FastifyRequest, body: Readable, done: (error: Error | null, read?: unknown) => void) => {
      const { routeOptions } = request;
      const { takesFiles } = routeOptions.config as { takesFiles?: boolean };
      // Files are read by the handler's own reading (src/web/writing), behind the wall and the guards. Pages elsewhere
      // may send comments and no files.
      if (takesFiles === true && request.embedding?.elsewhere !== true) done(null, undefined);
      else if (routeOptions.url === ONE_CLICK) readToNothing(body, done);
      else done(new UnsupportedMediaTypeException());
    },
  );
  // A part of a file is read by the handler, as it comes.
  fastify.addContentTypeParser(PART_OF_FILE, ({ routeOptions }: FastifyRequest, _body: Readable, done) => {
    const { takesParts } = routeOptions.config as { takesParts?: boolean };
    done(takesParts === true ? null : new UnsupportedMediaTypeException(), undefined);
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
