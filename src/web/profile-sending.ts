import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Reception } from '../desk/reception.js';
import { Conflict } from '../errors/errors.js';
import { Corrections } from '../submissions/corrections.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import type { Asking } from './asking.js';
import { Limits } from './limits.js';
import { Pages } from './pages.js';
import type { SentProfile } from './sent-fields.js';

/** One text of a member waits at a time: another one corrects it. */
@Injectable()
export class ProfileSending {
  constructor(
    private readonly reception: Reception, private readonly own: OwnSubmissions, private readonly corrections: Corrections,
    private readonly limits: Limits, private readonly clock: Clock, private readonly pages: Pages,
  ) {}

  /** @throws what sending and correcting throw. */
  async send({ visitor, request }: Asking, { text, key, version }: SentProfile): Promise<void> {
    await this.limits.take('send', request);
    const language = this.pages.writtenIn(request);
    const now = this.clock.now();
    if (version === undefined) return void (await this.reception.receive(visitor, { kind: 'profile', text, name: '', email: '', key, language }, now));
    const waiting = await this.own.waitingProfile(visitor);
    if (waiting === null) throw new Conflict('decided-since');
    await this.corrections.correct({ author: visitor, id: waiting.id }, { title: null, text, version, language }, now);
  }
}
