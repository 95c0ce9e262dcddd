import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { ConfirmationPage, ConfirmedPage, ExpiredPage } from '../../../client/notices/confirmation-page.js';
import { Confirmations } from '../../notices/confirmations.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type MailPath, mailPath } from '../kit/path-parts.js';

const item = z.string().max(40);
const ticked = z.strictObject({ item: z.union([item.transform((one) => [one]), z.array(item).max(50)]).default([]) });

/**
 * The link of a letter that asks whose an address is. Opening it changes nothing: programs that look into mails open
 * all links.
 */
@Controller('mail/:token/confirmation')
export class ConfirmationController {
  constructor(private readonly confirmations: Confirmations) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(mailPath) { token }: MailPath, @Asked() { ui, now }: Asking): Promise<Answer> {
    const waiting = await this.confirmations.waiting(token, now);
    if (waiting === null) return page(h(ExpiredPage, { ui }), { status: 404 });
    return page(h(ConfirmationPage, { ui, token, waiting }), { headers: { 'cache-control': 'no-store' } });
  }

  @Post()
  @ForEveryone()
  async confirm(
    @PathParts(mailPath) { token }: MailPath,
    @Fields(ticked) { item: items }: z.infer<typeof ticked>,
    @Asked() { ui, now }: Asking,
  ): Promise<Answer> {
    const follow = await this.confirmations.confirm(token, items, now);
    if (follow === null) return page(h(ExpiredPage, { ui }), { status: 404 });
    return page(h(ConfirmedPage, { ui, follow }));
  }
}
