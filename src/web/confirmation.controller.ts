import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ConfirmationPage, ConfirmedPage, ExpiredPage } from '../../client/pages/confirmation-page.js';
import { Clock } from '../clock/clock.js';
import { Confirmations } from '../notices/confirmations.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { type MailPath, mailPath } from './path-parts.js';

const item = z.string().max(40);
const ticked = z.strictObject({ item: z.union([item.transform((one) => [one]), z.array(item).max(50)]).default([]) });

/** The link of a letter that asks whose an address is. Opening it changes nothing: programs that look into mails open all links. */
@Controller('mail/:token/confirmation')
export class ConfirmationController {
  constructor(
    private readonly confirmations: Confirmations, private readonly limits: Limits, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(mailPath) { token }: MailPath, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    await this.limits.take('read', request);
    const ui = this.pages.ui(visitor, request);
    const waiting = await this.confirmations.waiting(token, this.clock.now());
    void reply.header('cache-control', 'no-store');
    if (waiting === null) await this.pages.send(reply, h(ExpiredPage, { ui }), { status: 404 });
    else await this.pages.send(reply, h(ConfirmationPage, { ui, token, waiting }));
  }

  @Post()
  @ForEveryone()
  async confirm(
    @PathParts(mailPath) { token }: MailPath, @Fields(ticked) { item: items }: z.infer<typeof ticked>, @Asked() { visitor, request, reply }: Asking,
  ): Promise<void> {
    await this.limits.take('read', request);
    const ui = this.pages.ui(visitor, request);
    const follow = await this.confirmations.confirm(token, items, this.clock.now());
    if (follow === null) await this.pages.send(reply, h(ExpiredPage, { ui }), { status: 404 });
    else await this.pages.send(reply, h(ConfirmedPage, { ui, follow }));
  }
}
