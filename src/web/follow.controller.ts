import { Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Appeals } from '../desk/appeals/appeals.js';
import { Reception } from '../desk/reception.js';
import { Withdrawals } from '../desk/withdrawals.js';
import { NotFound } from '../errors/errors.js';
import { Corrections } from '../submissions/corrections.js';
import { Visitor } from '../visitors/visitor.js';
import { Asked, type Asking } from './asking.js';
import { keyOfEdit } from './edits.controller.js';
import { FollowedPages } from './followed-pages.js';
import { Fields, PathParts } from './input.js';
import { ForEveryone } from './marks.js';
import { type FollowPath, followPath } from './path-parts.js';
import { sentAppeal, type SentAppeal, sentCorrection, type SentCorrection, sentWithdrawal } from './sent-fields.js';

/** A guest's own page for what they sent: whoever holds its address may do what its author may, and nobody else. */
@Controller('follow/:token')
export class FollowController {
  constructor(
    private readonly drawn: FollowedPages, private readonly corrections: Corrections, private readonly withdrawals: Withdrawals,
    private readonly reception: Reception, private readonly appeals: Appeals, private readonly clock: Clock,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(followPath) owner: FollowPath, @Asked() asking: Asking): Promise<void> {
    await this.drawn.show(asking, owner);
  }

  @Post('correction')
  @ForEveryone()
  async correct(@PathParts(followPath) owner: FollowPath, @Fields(sentCorrection) sent: SentCorrection, @Asked() asking: Asking): Promise<void> {
    await this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.corrections.correct(owner, { ...sent, title: sent.title ?? null, language }, this.clock.now());
      return owner;
    });
  }

  @Post('withdrawal')
  @ForEveryone()
  async withdraw(@PathParts(followPath) owner: FollowPath, @Fields(sentWithdrawal) _sent: unknown, @Asked() asking: Asking): Promise<void> {
    await this.drawn.afterwards(asking, owner, null, async () => {
      await this.withdrawals.withdraw(owner, this.clock.now());
      return owner;
    });
  }

  @Post('appeal')
  @ForEveryone()
  async appeal(@PathParts(followPath) owner: FollowPath, @Fields(sentAppeal) sent: SentAppeal, @Asked() asking: Asking): Promise<void> {
    await this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.appeals.appeal(owner, { ...sent, language }, this.clock.now());
      return owner;
    });
  }

  /** An edit of the post that this submission has become is a submission of its own, with an address of its own. */
  @Post('edits')
  @ForEveryone()
  async edit(@PathParts(followPath) owner: FollowPath, @Fields(sentCorrection) sent: SentCorrection, @Asked() asking: Asking): Promise<void> {
    await this.drawn.afterwards(asking, owner, sent, async (language) => {
      const post = (await this.drawn.followed(owner))?.published;
      if (post === null || post === undefined) throw new NotFound();
      const { thread, number } = post;
      const key = keyOfEdit(owner.token, sent.version, sent.title ?? '', sent.text);
      const draft = { kind: 'edit' as const, thread, number, ...sent, follow: owner.token, name: '', email: '', key, language };
      const { token } = await this.reception.receive(Visitor.guest(), draft, this.clock.now());
      return { token };
    });
  }
}
