import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Reception } from '../desk/reception.js';
import { Conflict } from '../errors/errors.js';
import { Corrections } from '../submissions/corrections.js';
import { cleanText } from '../submissions/clean.js';
import type { Draft } from '../submissions/draft.js';
import type { FollowedSubmission } from '../submissions/followed.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import type { Asking } from './asking.js';
import { Limits } from './limits.js';
import { Pages } from './pages.js';
import type { SentProfile } from './sent-fields.js';

/** A page that was opened before the text that waits says nothing of it: what it sends is then the new one that waits. */
function whenOneWaits(error: unknown): null {
  if (error instanceof Conflict && error.code === 'profile-waits') return null;
  throw error;
}

/** A form of before that is sent twice has nothing more to say the second time. */
function isSaid(waiting: FollowedSubmission | null, text: string): boolean {
  return waiting?.status === 'waiting' && waiting.text === cleanText(text);
}

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
    if (version === undefined) {
      const draft: Draft = { kind: 'profile', text, name: '', email: '', key, language };
      const received = await this.reception.receive(visitor, draft, now).catch(whenOneWaits);
      if (received !== null) return;
    }
    const waiting = await this.own.waitingProfile(visitor);
    if (waiting === null) throw new Conflict('decided-since');
    if (version === undefined && isSaid(waiting, text)) return;
    try {
      await this.corrections.correct({ author: visitor, id: waiting.id }, { title: null, text, version: version ?? waiting.version, language }, now);
    } catch (error) {
      if (version !== undefined || !isSaid(await this.own.waitingProfile(visitor), text)) throw error;
    }
  }
}
