import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { h } from 'preact';
import { catchError, map, type Observable, of } from 'rxjs';
import { NotTaken } from '../../../client/writing/not-taken.js';
import { Problem } from '../../errors/errors.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { TooLarge } from '../../uploads/store.js';
import { type Answer, fragment } from '../kit/answer.js';
import { htmlOf } from '../kit/html-of.js';
import { outcomeOf, retryAfter } from '../kit/outcome.js';
import { wordsOf } from '../kit/words-of.js';
import { TUS } from './tus-headers.js';

const SPOKEN = { 'tus-resumable': TUS.version, 'cache-control': 'no-store' };

/**
 * Answers as tus asks for it. What went wrong is said by a number and by a fragment in words, which a script puts where
 * the file would stand.
 */
@Injectable()
export class TusAnswers implements NestInterceptor<Answer, Answer> {
  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Answer> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers['tus-resumable'] !== TUS.version)
      return of<Answer>({ kind: 'whole', status: 412, headers: { 'tus-version': TUS.version }, body: null });
    return next.handle().pipe(
      map((answer) => ({ ...answer, headers: { ...SPOKEN, ...answer.headers } })),
      catchError((error: unknown) => of(problem(request, error))),
    );
  }
}

/** @throws what is no problem of whoever sends */
function problem({ asking }: FastifyRequest, error: unknown): Answer {
  const { status, why } = said(error);
  if (asking === null || status === null) throw error;
  const { fields } = asking.ui.t.problems;
  const outcome = outcomeOf(error);
  const words = why === null ? wordsOf(asking.ui, outcome) : (fields[why]?.({}) ?? '');
  const headers = { ...SPOKEN, ...retryAfter({ ...outcome, status }) };
  return fragment(htmlOf(h(NotTaken, { ui: asking.ui, words })), { status, headers });
}

function said(error: unknown): { status: number | null; why: string | null } {
  if (error instanceof TooLarge) return { status: 413, why: 'file-too-large' };
  if (error instanceof Refused) return { status: error.why === 'too-large' ? 413 : 422, why: `file-${error.why}` };
  if (!(error instanceof Problem)) return { status: null, why: null };
  const { status } = outcomeOf(error);
  return { status, why: status === 404 ? 'upload-gone' : null };
}
