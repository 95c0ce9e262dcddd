import { Controller, Get, Post } from '@nestjs/common';
import { Reception } from '../../reception/reception.js';
import { NotFound } from '../../errors/errors.js';
import { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { keyOfEdit } from '../writing/key-of-edit.js';
import { withFacts } from '../writing/facts-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { FollowedActs } from './followed-acts.js';
import { FollowedPages } from './followed-pages.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type FollowPath, followPath } from '../kit/path-parts.js';
import { sentAppeal, type SentAppeal, sentCorrection, type SentCorrection, sentWithdrawal } from './sent-fields.js';

/**
 * A guest's own page for what they sent: anybody who has its secret address may do what its author may, and nobody
 * else.
 */
@Controller('follow/:token')
export class FollowController {
  constructor(
    private readonly drawn: FollowedPages,
    private readonly acts: FollowedActs,
    private readonly reception: Reception,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(followPath) owner: FollowPath, @Asked() asking: Asking): Promise<Answer> {
    return this.drawn.show(asking, owner);
  }

  @Post('correction')
  @TakesFiles()
  @ForEveryone()
  async correct(
    @PathParts(followPath) owner: FollowPath,
    @Fields(sentCorrection) fields: SentCorrection,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.acts.correct(asking, owner, fields);
  }

  @Post('withdrawal')
  @ForEveryone()
  async withdraw(
    @PathParts(followPath) owner: FollowPath,
    @Fields(sentWithdrawal) _sent: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.acts.withdraw(asking, owner);
  }

  @Post('appeal')
  @ForEveryone()
  async appeal(
    @PathParts(followPath) owner: FollowPath,
    @Fields(sentAppeal) sent: SentAppeal,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.acts.appeal(asking, owner, sent);
  }

  /** An edit of the post that this submission has become is a submission of its own, with an address of its own. */
  @Post('edits')
  @TakesFiles()
  @ForEveryone()
  async edit(
    @PathParts(followPath) owner: FollowPath,
    @Fields(sentCorrection) fields: SentCorrection,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const sent = withFacts(fields);
    return this.drawn.afterwards(asking, owner, sent, async (language) => {
      const post = (await this.drawn.followed(owner))?.published;
      if (post === null || post === undefined) throw new NotFound();
      const { thread, number } = post;
      const key = keyOfEdit(
        owner.token,
        sent.version,
        sent.title ?? '',
        sent.text,
        JSON.stringify([sent.facts ?? '', sent.documents ?? '', sent.question ?? '']),
      );
      const draft = {
        kind: 'edit' as const,
        thread,
        number,
        ...sent,
        follow: owner.token,
        name: '',
        email: '',
        key,
        language,
      };
      const { token } = await this.reception.submit(Visitor.guest(), draft, asking.now);
      return { token };
    });
  }
}
