import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { queueAddress } from '../../../client/desk/queue-address.js';
import { Claims } from '../../desk/queue/claims.js';
import { type Answer, done, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { back } from '../kit/back.js';
import { backToDesk, positionLeft } from './back-to-desk.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { submissionPath, type SubmissionPath } from '../kit/path-parts.js';
import { positionShown, shownAt } from './queue-query.js';

const sentClaim = z.strictObject({ action: z.enum(['claim', 'keep', 'release']).default('claim'), back });
const sentClaims = z.strictObject({ back: shownAt });

/** « Je m’en occupe »: claimed by a button, prolonged and given up by the script of the page. */
@Controller('desk')
export class ClaimsController {
  constructor(private readonly claims: Claims) {}

  @Post('submissions/:id/claim')
  @ForModerators()
  async create(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentClaim) { action, back: from }: z.infer<typeof sentClaim>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, request, now } = asking;
    if (action === 'release') await this.claims.release(visitor, id);
    else if (action === 'keep') await this.claims.keep(visitor, id, now);
    else await this.claims.take(visitor, id, now);
    // Scripts need no page as an answer: neither one that asks for JSON, nor one that sends `keep` while its page is
    // being left.
    if (request.headers.accept?.includes('application/json') || action === 'keep') return done();
    return seeOther(backToDesk(positionLeft(request, id, from), { submission: id, next: id }));
  }

  /** Claims the five oldest submissions of the filter that nobody has claimed, and leads to the first of them. */
  @Post('claims')
  @ForModerators()
  async createSome(
    @Fields(sentClaims) { back: from }: z.infer<typeof sentClaims>,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    const position = positionShown(from === '' ? '/desk' : from);
    const [first] = await this.claims.takeOldest(visitor, { filter: position.filter, now }, now);
    // The claimed cards may stand on an earlier page of the queue than the one where the button was.
    const start = { ...position, before: null };
    return seeOther(
      first === undefined ? queueAddress(start) : backToDesk(start, { submission: first.id, next: first.id }),
    );
  }
}
