import { Injectable } from '@nestjs/common';
import { Reception } from '../../reception/reception.js';
import { Conflict } from '../../errors/errors.js';
import { Corrections } from '../../submissions/corrections.js';
import { cleanText } from '../../submissions/clean.js';
import type { Draft } from '../../submissions/draft.js';
import type { FollowedSubmission } from '../../submissions/followed.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import type { Asking } from '../kit/asking.js';
import { Limits } from '../kit/limits.js';
import type { SentProfile } from './sent-fields.js';

/**
 * A page that was opened before another text began to wait does not know of it: the text that it sends then replaces
 * the one that waits.
 */
function whenOneWaits(error: unknown): null {
  if (error instanceof Conflict && error.code === 'profile-waits') return null;
  throw error;
}

/** Whether an older form is sent a second time: its text waits already, so nothing has to be done. */
function isSaid(waiting: FollowedSubmission | null, text: string): boolean {
  return waiting?.status === 'waiting' && waiting.text === cleanText(text);
}

/** One text of a member waits at a time: another one corrects it. */
@Injectable()
export class ProfileTexts {
  constructor(
    private readonly reception: Reception,
    private readonly own: OwnSubmissions,
    private readonly corrections: Corrections,
    private readonly limits: Limits,
  ) {}

  /** @throws what sending and correcting throw. */
  async send(
    { visitor, request, now, writtenIn: language }: Asking,
    { text, key, version }: SentProfile,
  ): Promise<void> {
    await this.limits.take('send', request);
    if (version === undefined) {
      const draft: Draft = { kind: 'profile', text, name: '', email: '', key, language };
      const received = await this.reception.submit(visitor, draft, now).catch(whenOneWaits);
      if (received !== null) return;
    }
    const waiting = await this.own.waitingProfile(visitor);
    if (waiting === null) throw new Conflict('decided-since');
    if (version === undefined && isSaid(waiting, text)) return;
    try {
      await this.corrections.correct(
        { author: visitor, id: waiting.id },
        { title: null, text, version: version ?? waiting.version, language },
        now,
      );
    } catch (error) {
      if (version !== undefined || !isSaid(await this.own.waitingProfile(visitor), text)) throw error;
    }
  }
}
