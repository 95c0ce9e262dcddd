import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Queries } from '../database/transaction.js';
import { defineJob } from '../jobs/job.js';
import { putDown } from '../jobs/jobs.js';
import { Letters } from '../mail/letters.js';
import type { MailKind } from './keys.js';

export const SEND_MAIL = defineJob('send-mail', z.strictObject({ mail: z.uuid() }));

/** Nobody gets more letters than this from us in an hour, whatever happens in the forum. */
const MOST_AN_HOUR = 10;
const HOUR = 3_600_000;

/** A letter that is to be sent: to whom and about what, without its words. */
export interface Outgoing {
  kind: MailKind;
  addressKey: Buffer;
  member?: number | null;
  /** What a guest sent, where it is to one. */
  submission?: string | null;
  /** Digits: the row of the log that it is about. */
  decision?: string | null;
  registration?: string | null;
  reminder?: string | null;
}

/** Letters are stored here in the transaction that makes them necessary, and written when they leave. */
@Injectable()
export class Outbox {
  constructor(private readonly letters: Letters) {}

  /** False for a forum that sends no mail: then no letter is stored. */
  get isOpen(): boolean {
    return this.letters.areSent;
  }

  /**
   * Stores one letter for a decision and a person; none when this address has received the most for an hour, or wants
   * no letters from this forum at all.
   */
  async add(
    tx: Queries,
    { kind, addressKey, member = null, submission = null, decision = null, ...of }: Outgoing,
    now: Date,
  ): Promise<void> {
    if (!this.isOpen) return;
    const [mail] = await tx.query<{ id: string }>(
      `insert into private.mail (id, kind, address_key, member_id, submission_id, decision_id, made_at, registration_id,
         reminder_id)
       select $1, $2, $3, $4, $5, $6, $7::timestamptz, $9, $10
       where (select count(*) from private.mail m where m.address_key = $3 and m.made_at > $8) < ${MOST_AN_HOUR}
         and not exists (select from private.mail_refusal r where r.address_key = $3)
       on conflict do nothing returning id`,
      [
        randomUUID(),
        kind,
        addressKey,
        member,
        submission,
        decision,
        now,
        new Date(now.getTime() - HOUR),
        of.registration ?? null,
        of.reminder ?? null,
      ],
    );
    // One after the other: a mail server that hangs must not occupy all workers of the forum.
    if (mail !== undefined) await putDown(tx, SEND_MAIL, { mail: mail.id }, { key: `mail ${mail.id}`, queue: 'mail' });
  }
}
