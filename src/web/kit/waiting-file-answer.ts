import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { documentFile } from '../../../client/kit/address.js';
import { mediaTypeOf } from '../../documents/media-type.js';
import { NotFound } from '../../errors/errors.js';
import type { WaitingFile } from '../../submissions/documents/waiting-files.js';
import type { Answer } from './answer.js';
import { fileAnswer } from './file-answer.js';

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** The end of an address that names a file of a submission, and one of its drawn pages. */
export const waitingPath = { document: id };
export const waitingPagePath = {
  document: id,
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}\.jpg$/)
    .transform((name) => Number(name.slice(0, -4))),
};

export type WaitingPiece = 'file' | 'small' | number;

/** A file that readers may not see, for whoever may: no cache keeps it, and nothing tells it apart from the next. */
export function waitingAnswer(
  request: FastifyRequest,
  file: WaitingFile | null,
  piece: WaitingPiece,
): Promise<Answer> {
  if (file === null || (piece !== 'file' && file.drawn < (piece === 'small' ? 1 : piece))) throw new NotFound();
  const whole = piece === 'file';
  return fileAnswer(request, {
    path: file.path(whole ? 'file' : piece === 'small' ? 'small.jpg' : `${piece}.jpg`),
    type: whole ? mediaTypeOf(file.extension) : 'image/jpeg',
    name: whole ? (documentFile(file).split('/').at(-1) ?? 'document') : null,
    tag: null,
    open: false,
  });
}
