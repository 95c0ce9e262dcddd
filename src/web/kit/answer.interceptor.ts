import { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Answer } from './answer.js';
import { answerWith } from './answer-with.js';
import { Pages } from './pages.js';

/** Turns what a controller returns into the reply: the one place that does. Nest sends the body, once. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(private readonly pages: Pages) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const answers = next.handle();
    // Messages of sockets are not answers of HTTP (src/live).
    if (context.getType() === 'ws') return answers;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Marks let no handler return anything else (marks.ts).
    return answers.pipe(
      mergeMap(async (answer) => piped(answerWith(reply, await this.pages.whole(answer as Answer, reply.request)))),
    );
  }
}

/** Nest goes through a bare stream piece by piece, and lets the server pipe one that is named a file. */
function piped(body: unknown): unknown {
  return body instanceof Readable ? new StreamableFile(body) : body;
}
