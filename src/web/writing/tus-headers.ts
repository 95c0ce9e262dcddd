import type { IncomingHttpHeaders } from 'node:http';
import { BadRequestException } from '@nestjs/common';

/** The version of the protocol that is spoken here, and what of it besides its core (https://tus.io). */
export const TUS = { version: '1.0.0', extensions: 'creation,termination,expiration' } as const;

/** Of a header that comes once and is a whole number; a file of more digits than these is none. */
const WHOLE = /^\d{1,12}$/;

/** Bytes of the file that is to come. @throws BadRequestException */
export function lengthIn(headers: IncomingHttpHeaders): number {
  return wholeIn(headers, 'upload-length');
}

/** How many of them stand there already, as its sender knows it. @throws BadRequestException */
export function offsetIn(headers: IncomingHttpHeaders): number {
  return wholeIn(headers, 'upload-offset');
}

/**
 * The address of the form that the file is for, in what is said of it. All else that is said is passed over, its name
 * above all: it is kept nowhere.
 */
export function formIn({ 'upload-metadata': said }: IncomingHttpHeaders): string {
  const pairs = (typeof said === 'string' ? said : '').split(',').map((pair) => pair.trim().split(' '));
  const [, value = ''] = pairs.find(([name]) => name === 'form') ?? [];
  return Buffer.from(value, 'base64').toString('utf8');
}

function wholeIn(headers: IncomingHttpHeaders, name: string): number {
  const value = headers[name];
  if (typeof value !== 'string' || !WHOLE.test(value)) throw new BadRequestException();
  return Number(value);
}
