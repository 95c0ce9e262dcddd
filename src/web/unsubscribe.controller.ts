import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { StoppedPage, StopPage } from '../../client/pages/unsubscribe-page.js';
import { Clock } from '../clock/clock.js';
import { Unsubscribing } from '../notices/unsubscribing.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { type StopPath, stopPath } from './path-parts.js';

const stopFields = z.strictObject({ 'List-Unsubscribe': z.string().max(100).optional(), again: z.literal('yes').optional() });

/**
 * What every letter leads to: a page that asks, and one POST that a mail program may send by itself (RFC 8058), from
 * anywhere, without a cookie.
 */
@Controller('mail/:token/unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly unsubscribing: Unsubscribing, private readonly limits: Limits, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForEveryone()
  async show(@PathParts(stopPath) { token }: StopPath, @Asked() { visitor, request, reply }: Asking): Promise<void> {
    await this.limits.take('read', request);
    const { of: what } = await this.unsubscribing.asked(token);
    await this.pages.send(reply.header('cache-control', 'no-store'), h(StopPage, { ui: this.pages.ui(visitor, request), token, what }));
  }

  @Post()
  @ForEveryone()
  async stop(
    @PathParts(stopPath) { token }: StopPath, @Fields(stopFields) { again }: z.infer<typeof stopFields>, @Asked() { visitor, request, reply }: Asking,
  ): Promise<void> {
    await this.limits.take('read', request);
    const { of: what } = again === undefined ? await this.unsubscribing.stop(token, this.clock.now()) : await this.unsubscribing.again(token);
    await this.pages.send(reply, h(StoppedPage, { ui: this.pages.ui(visitor, request), token, what, again: again !== undefined }));
  }
}
