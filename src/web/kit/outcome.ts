import { HttpException } from '@nestjs/common';
import { Busy, Conflict, Forbidden, Invalid, NotFound, Problem, TooMany } from '../../errors/errors.js';
import { TooLong } from './forms.js';
import { FromElsewhere, NotSetUp } from './passing.js';
import { isAway } from '../../database/away.js';

/** What a page or a tool is told about something that went wrong. `code` is one of the catalogue's. */
export interface Outcome {
  status: number;
  code: string;
  detail: Readonly<Record<string, string | number>>;
  /** For Invalid: a code for each field. */
  fields?: Readonly<Record<string, string>>;
}

/** The one place where the meaning of a problem becomes a number of HTTP. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof Problem) {
    const { code, detail } = error;
    return { status: statusOf(error), code, detail, ...(error instanceof Invalid ? { fields: error.fields } : {}) };
  }
  if (error instanceof FromElsewhere) return plain(403, 'same-site');
  if (error instanceof TooLong) return plain(413, 'too-long');
  if (error instanceof NotSetUp) return plain(503, 'not-set-up');
  if (error instanceof HttpException) {
    const status = statusOfHttp(error.getStatus());
    return plain(status, status === 404 ? 'not-found' : 'http');
  }
  return isAway(error) ? plain(503, 'away') : plain(500, 'broken');
}

/** The header that says when to try again, where that makes sense. */
export function retryAfter({ status, detail }: Outcome): Record<string, string> {
  if (status === 429) return { 'retry-after': String(detail['seconds'] ?? 60) };
  return status === 503 ? { 'retry-after': String(detail['seconds'] ?? 30) } : {};
}

function plain(status: number, code: string): Outcome {
  return { status, code, detail: {} };
}

function statusOf(problem: Problem): number {
  if (problem instanceof NotFound) return 404;
  if (problem instanceof Forbidden) return 403;
  if (problem instanceof Invalid) return 422;
  if (problem instanceof Conflict) return 409;
  if (problem instanceof Busy) return 503;
  return problem instanceof TooMany ? 429 : 500;
}

/** An address that can't be parsed (400, 414) counts as one that does not exist. */
function statusOfHttp(status: number): number {
  return status === 414 ? 404 : status;
}
