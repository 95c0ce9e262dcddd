import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Ui } from '../../../client/kit/ui.js';
import { type Language, Visitor } from '../../visitors/visitor.js';
import type { Mark } from './marks.js';
import type { Pages } from './pages.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard, for every route but the one that watches over the server. */
    asking: Asking | null;
  }
}

/** Who asks, what and when: the one parameter that a handler needs besides what was sent. */
export class Asking {
  private drawnFor: Visitor | null = null;
  private words: Ui | undefined;

  constructor(
    readonly request: FastifyRequest,
    /** The moment of this request. */
    readonly now: Date,
    private readonly pages: Pick<Pages, 'ui' | 'writtenIn'>,
    /** Who may use the route that was asked for. */
    readonly mark: Mark,
  ) {}

  /** The visitor; after a log-in during this request, the member who has logged in. */
  get visitor(): Visitor {
    return this.request.visitor ?? Visitor.guest();
  }

  /** Words, dates and site for this visitor; made when somebody asks for them. */
  get ui(): Ui {
    if (this.words === undefined || this.drawnFor !== this.request.visitor) this.words = this.uiFor(this.visitor);
    this.drawnFor = this.request.visitor;
    return this.words;
  }

  /** The same for somebody else: for a guest, where the answer is kept for everyone. */
  uiFor(visitor: Visitor): Ui {
    return this.pages.ui(visitor, this.request, this.now);
  }

  /** The language that texts are set in, whatever their author chose for the buttons around them. */
  get writtenIn(): Language {
    return this.pages.writtenIn(this.request);
  }
}

export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const { asking } = context.switchToHttp().getRequest<FastifyRequest>();
  if (asking === null) throw new Error('nobody was greeted at this door');
  return asking;
});
