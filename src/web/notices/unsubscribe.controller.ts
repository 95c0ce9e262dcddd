import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { StoppedPage, StopPage } from '../../../client/notices/unsubscribe-page.js';
import { Unsubscribing } from '../../notices/unsubscribing.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type StopPath, stopPath } from '../kit/path-parts.js';

const stopFields = z.strictObject({
  'List-Unsubscribe': z.string().max(100).optional(),
  again: z.literal('yes').optional(),
});

/**
 * The unsubscribe link of every letter: a page that asks, and one POST that a mail program may send by itself (RFC
 * 8058), from anywhere, without a cookie.
 */
@Controller('mail/:token/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(stopPath) { token }: StopPath, @Asked() { ui }: Asking): Promise<Answer> {
    const { of: what } = await this.unsubscribing.asked(token);
    return page(h(StopPage, { ui, token, what }), { headers: { 'cache-control': 'no-store' } });
  }

  @Post()
  @ForEveryone()
  async stop(
    @PathParts(stopPath) { token }: StopPath,
    @Fields(stopFields) { again }: z.infer<typeof stopFields>,
    @Asked() { ui, now }: Asking,
  ): Promise<Answer> {
    const { of: what } =
      again === undefined ? await this.unsubscribing.stop(token, now) : await this.unsubscribing.again(token);
    return page(h(StoppedPage, { ui, token, what, again: again !== undefined }));
  }
}
