import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { queueAddress } from '../../client/parts/queue-address.js';
import { Clock } from '../clock/clock.js';
import { Claims } from '../desk/claims.js';
import { Asked, type Asking } from './asking.js';
import { back } from './back.js';
import { backToDesk, placeLeft } from './back-to-desk.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { submissionPath, type SubmissionPath } from './path-parts.js';
import { placeShown, shownAt } from './queue-query.js';

const sentClaim = z.strictObject({ action: z.enum(['claim', 'keep', 'release']).default('claim'), back });
const sentClaims = z.strictObject({ back: shownAt });

/** « Je m’en occupe »: said by a button, kept alive and let go by the script of the page. */
@Controller('desk')
export class ClaimsController {
  constructor(private readonly claims: Claims, private readonly clock: Clock) {}

  @Post('submissions/:id/claim')
  @ForModerators()
  async create(
    @PathParts(submissionPath) { id }: SubmissionPath, @Fields(sentClaim) { action, back: from }: z.infer<typeof sentClaim>, @Asked() asking: Asking,
  ): Promise<void> {
    const { visitor, request, reply } = asking;
    const now = this.clock.now();
    if (action === 'release') await this.claims.release(visitor, id);
    else if (action === 'keep') await this.claims.keep(visitor, id, now);
    else await this.claims.take(visitor, id, now);
    // A script asks for no page, and a page that is being left can't read one.
    if (request.headers.accept?.includes('application/json') || action === 'keep') await reply.status(204).send();
    else await reply.redirect(backToDesk(placeLeft(request, id, from), { submission: id, next: id }), 303);
  }

  /** The five oldest that nobody has, of what is shown there. */
  @Post('claims')
  @ForModerators()
  async createSome(@Fields(sentClaims) { back: from }: z.infer<typeof sentClaims>, @Asked() { visitor, reply }: Asking): Promise<void> {
    const place = placeShown(from === '' ? '/desk' : from);
    const now = this.clock.now();
    const [first] = await this.claims.takeOldest(visitor, { filter: place.filter, now }, now);
    // They may stand on an earlier page than the one where it was asked.
    const start = { ...place, before: null };
    await reply.redirect(first === undefined ? queueAddress(start) : backToDesk(start, { submission: first.id, next: first.id }), 303);
  }
}
