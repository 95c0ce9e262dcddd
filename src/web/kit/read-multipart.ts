import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { BadRequestException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT, TooLong } from './forms.js';

const MOST_FIELDS = 400;
/**
 * What the forms call their files. An old browser sends one without any name of its own, and it is a file all the same.
 */
const FILES = 'file';
/** Of a name, for the one answer that says what became of the file. */
const SHOWN = 80;

declare module 'fastify' {
  interface FastifyRequest {
    /** Files came with this form, and not all of them were taken. */
    losesFiles?: boolean;
  }
}

/** One file of a form, while it comes. */
export interface FilePart {
  name: string;
  /** Which one it is among the files of the form. */
  nth: number;
  /** Settles when something of it has come, or nothing will: an empty field has no name either. */
  hasBytes: Promise<boolean>;
  stream: Readable;
  /** How many bytes have come. */
  readonly bytes: number;
  /** Reads over the rest of it. */
  skip(): void;
}

/**
 * Reads `multipart/form-data` as it comes. Files are handed to `take` one after the other, wherever they stand among
 * the fields. Answers the fields as a form without files has them: a field that comes twice is a list. They are the
 * body of the request then, whatever went wrong besides, so that an error page can give their text back.
 *
 * @throws BadRequestException for what is no such form, TooLong for too many letters, and what `take` throws.
 */
export async function readMultipart(
  request: FastifyRequest,
  { fileBytes }: { fileBytes: number },
  take: (part: FilePart) => Promise<void>,
): Promise<Record<string, string | string[]>> {
  const fields = new Map<string, string[]>();
  const parts: PassThrough[] = [];
  let letters = 0;
  let taking = Promise.resolve();
  const reading = busboyFor(request, fileBytes);
  reading.on('field', (name, value) => {
    letters += name.length + value.length;
    if (letters <= 4 * BODY_LIMIT) fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\0', '')]);
  });
  reading.on('file', (_field, stream, name: string | undefined) => {
    const through = new PassThrough();
    parts.push(through);
    let bytes = 0;
    // Until whoever takes them has taken them all.
    if ((name ?? '') !== '') request.losesFiles = true;
    stream.on('data', (some: Buffer) => (bytes += some.length));
    stream.once('data', () => (request.losesFiles = true));
    const hasBytes = new Promise<boolean>((known) => {
      stream.once('data', () => known(true));
      for (const over of ['end', 'close', 'error']) stream.once(over, () => known(false));
    });
    stream.once('error', (error) => through.destroy(error));
    stream.pipe(through);
    const part: FilePart = {
      name: shown(name ?? ''),
      nth: parts.length,
      hasBytes,
      stream: through,
      get bytes() {
        return bytes;
      },
      skip: () => {
        stream.unpipe(through);
        stream.resume();
      },
    };
    // What take() throws is thrown when all was read; the streams after it are read over.
    taking = taking
      .then(() => take(part))
      .catch((error: unknown) => {
        part.skip();
        throw error;
      });
    taking.catch(() => part.skip());
  });
  const read = (): Record<string, string | string[]> =>
    Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]));
  try {
    await pipeline(request.raw, reading);
  } catch {
    for (const each of parts) each.destroy(new Error('the form broke off'));
    await taking.catch(() => undefined);
    request.body = read();
    throw new BadRequestException();
  }
  const sent = read();
  request.body = sent;
  await taking;
  if (letters > BODY_LIMIT) throw new TooLong();
  return sent;
}

/**
 * Reads a form with files that was refused before anything of it was read, by the wall, a guard or a limit: the body is
 * what was typed, and no file is taken. Does nothing for any other request.
 */
export async function readRefused(request: FastifyRequest): Promise<void> {
  const { raw, embedding, routeOptions } = request;
  const { takesFiles = false } = (routeOptions?.config ?? {}) as { takesFiles?: boolean };
  if (!takesFiles || embedding?.elsewhere === true || raw.readableDidRead || raw.destroyed) return;
  if (!isMultipart(request)) return;
  await readMultipart(request, { fileBytes: 0 }, async (part) => part.skip()).catch(() => undefined);
}

export function isMultipart({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

function busboyFor({ headers }: FastifyRequest, fileBytes: number): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      isPartAFile: (field, type, name) => name !== undefined || field === FILES || type === 'application/octet-stream',
      limits: {
        fieldNameSize: 100,
        fieldSize: 4 * BODY_LIMIT,
        fields: MOST_FIELDS,
        parts: 2 * MOST_FIELDS,
        // One byte more than is taken, so that whoever stores it sees that it is too much.
        fileSize: fileBytes + 1,
        headerPairs: 20,
      },
    });
  } catch {
    throw new BadRequestException();
  }
}

/** One line of it. */
function shown(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim();
  const letters = Array.from(line);
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line;
}
