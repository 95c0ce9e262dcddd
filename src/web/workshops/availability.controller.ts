import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { threadAddress } from '../../../client/kit/address.js';
import { AvailabilityCheckPage, AvailabilityPage } from '../../../client/workshops/availability-page.js';
import type { TickedDates } from '../../../client/workshops/poll.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { NotFound } from '../../errors/errors.js';
import { Polls } from '../../registrations/polls/polls.js';
import { Threads } from '../../threads/threads.js';
import type { Visitor } from '../../visitors/visitor.js';
import { Workshops } from '../../workshops/workshops.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type FollowPath, followPath, type ThreadPath, threadPath } from '../kit/path-parts.js';

/** Ids of candidates: one, several or none. */
const ids = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(20)], 'wrong-value').default([]);
const ticked = { yes: ids, maybe: ids, name: z.string().max(500).default('') };
const sentAnswer = z.strictObject({ ...ticked, key: z.string().default('') });
const sentChange = z.strictObject(ticked);
const sentCancellation = z.strictObject({});

/** Nobody keeps or finds the page of one person. */
const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** Which of several dates somebody can come to, with an account or without. */
@Controller()
export class AvailabilityController {
  constructor(
    private readonly polls: Polls,
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly limits: Limits,
    private readonly absolute: Absolute,
  ) {}

  /** Without a key, which no page that is kept for everyone can carry: the page that has one. */
  @Post('thread/:id/workshop/availability')
  @ForEveryone()
  async answer(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentAnswer) { key, ...typed }: z.infer<typeof sentAnswer>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui, now, request } = asking;
    const at = await this.at(visitor, id);
    if (at === null) throw new NotFound();
    const formKey = key === '' ? randomBytes(18).toString('base64url') : key;
    const drawn = (errors: FormErrors | null) =>
      page(h(AvailabilityCheckPage, { ui, ...at, ticked: typed, errors, formKey }), { headers });
    return orAgain(async () => {
      await this.limits.take(key === '' ? 'preview' : 'send', request);
      if (key !== '')
        return seeOther(`/availability/${await this.polls.answer(visitor, id, { ...typed, key }, now)}`, { headers });
      await this.polls.check(visitor, id, typed, now);
      return drawn(null);
    }, drawn);
  }

  @Get('availability/:token')
  @ForEveryone()
  show(@PathParts(followPath) { token }: FollowPath, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, token, {});
  }

  @Post('availability/:token')
  @ForEveryone()
  change(
    @PathParts(followPath) { token }: FollowPath,
    @Fields(sentChange) typed: z.infer<typeof sentChange>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        await this.polls.change(asking.visitor, token, typed, asking.now);
        return seeOther(`/availability/${token}`, { headers });
      },
      (errors) => this.draw(asking, token, { typed, errors }),
    );
  }

  @Post('availability/:token/cancellation')
  @ForEveryone()
  async erase(
    @PathParts(followPath) { token }: FollowPath,
    @Fields(sentCancellation) _sent: unknown,
    @Asked() { visitor }: Asking,
  ): Promise<Answer> {
    const id = await this.polls.erase(token);
    if (id === null) throw new NotFound();
    const at = await this.at(visitor, id);
    return seeOther(at === null ? '/workshops' : threadAddress(at.thread), { headers });
  }

  private async draw(
    { visitor, ui }: Asking,
    token: string,
    { typed, errors = null }: { typed?: TickedDates; errors?: FormErrors | null },
  ): Promise<Answer> {
    const own = await this.polls.of(token);
    if (own === null) throw new NotFound();
    const base = `/availability/${token}`;
    const at = await this.at(visitor, own.thread);
    return page(
      h(AvailabilityPage, { ui, at, ticked: typed ?? own, errors, base, address: this.absolute.address(base) }),
      { headers },
    );
  }

  /** What this visitor may read of it now. */
  private async at(visitor: Visitor, id: number) {
    const thread = await this.threads.for(visitor.audience).thread(id);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    return thread === null || whole === null ? null : { thread, whole };
  }
}
